package dev.slipway.gitops.impact.reading.network;

import static dev.slipway.gitops.impact.Manifests.DEPLOYMENT;
import static dev.slipway.gitops.impact.Meanings.means;
import static dev.slipway.gitops.impact.meaning.Severity.RISKY;

import dev.slipway.gitops.impact.meaning.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies and sidecars of the mesh. */
class MeshTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "security.istio.io/v1 | AuthorizationPolicy | '{action: ALLOW}' | '{action: DENY}' | RISKY | Action: ALLOW → DENY; what its rules name is refused",
                "security.istio.io/v1 | PeerAuthentication | '{mtls: {mode: STRICT}}' | '{mtls: {mode: PERMISSIVE}}' | RISKY | Mutual TLS: STRICT → PERMISSIVE; traffic in plain text is admitted",
                "security.istio.io/v1 | PeerAuthentication | '{a: b}' | '{a: b, mtls: {mode: STRICT}}' | RISKY | Mutual TLS: none → STRICT; clients without a certificate",
            })
    void aPolicySaysWhomItAdmits(
            String apiVersion, String kind, String before, String after, Severity severity, String words) {
        String head = "apiVersion: %s\nkind: %s\nmetadata: {name: thing}\nspec: ".formatted(apiVersion, kind);

        means(head + before + "\n", head + after + "\n", severity, words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "istio-injection: enabled | istio-injection: disabled | RISKY | Pods lose their sidecar",
                "istio-injection: enabled | a: b | RISKY | Pods lose their sidecar",
                "istio.io/rev: stable | a: b | RISKY | Pods lose their sidecar",
                "istio.io/rev: stable | 'istio.io/rev: stable, istio-injection: disabled' | RISKY | Pods lose their sidecar",
                "a: b | istio-injection: enabled | NOTABLE | Pods get a sidecar",
            })
    void sidecarsComeAndGoWithTheLabelsOfANamespace(String before, String after, Severity severity, String words) {
        String namespace = "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {%s}}\n";

        means(namespace.formatted(before), namespace.formatted(after), severity, words);
    }

    @Test
    void sidecarsGoWithALabelOfPods() {
        means(
                DEPLOYMENT,
                DEPLOYMENT.replace(
                        "labels: {app: checkout}", "labels: {app: checkout, sidecar.istio.io/inject: 'false'}"),
                RISKY,
                "Pods lose their sidecar");
    }
}
