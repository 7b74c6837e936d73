package dev.slipway.gitops.impact;

import static dev.slipway.gitops.impact.Manifests.DEPLOYMENT;
import static dev.slipway.gitops.impact.Manifests.SERVICE;
import static dev.slipway.gitops.impact.Manifests.all;
import static dev.slipway.gitops.impact.Meanings.means;
import static dev.slipway.gitops.impact.Meanings.words;
import static dev.slipway.gitops.impact.meaning.Severity.NOTABLE;
import static dev.slipway.gitops.impact.meaning.Severity.RISKY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.gitops.impact.meaning.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields whose values say how an object behaves. */
class SettingsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v1 | PersistentVolumeClaim | '{resources: {requests: {storage: 1Gi}}}' | '{resources: {requests: {storage: 2Gi}}}' | NOTABLE | Storage: 1Gi → 2Gi; it grows where",
                "batch/v1 | CronJob | '{concurrencyPolicy: Forbid}' | '{concurrencyPolicy: Allow}' | NOTABLE | Concurrency policy: Forbid → Allow; runs may overlap",
                "batch/v1 | CronJob | '{concurrencyPolicy: Allow}' | '{concurrencyPolicy: Replace}' | NOTABLE | is stopped by the next one",
                "security.istio.io/v1 | AuthorizationPolicy | '{action: ALLOW}' | '{action: DENY}' | RISKY | Action: ALLOW → DENY; what its rules name is refused",
                "security.istio.io/v1 | PeerAuthentication | '{mtls: {mode: STRICT}}' | '{mtls: {mode: PERMISSIVE}}' | RISKY | Mutual TLS: STRICT → PERMISSIVE; traffic in plain text is admitted",
                "security.istio.io/v1 | PeerAuthentication | '{a: b}' | '{a: b, mtls: {mode: STRICT}}' | RISKY | Mutual TLS: none → STRICT; clients without a certificate",
                "keda.sh/v1alpha1 | ScaledObject | '{maxReplicaCount: 5}' | '{maxReplicaCount: 2}' | RISKY | Autoscaler, maxReplicaCount: 5 → 2",
                "keda.sh/v1alpha1 | ScaledObject | '{maxReplicaCount: 5}' | '{maxReplicaCount: 9}' | NOTABLE | Autoscaler, maxReplicaCount: 5 → 9",
                "autoscaling/v2 | HorizontalPodAutoscaler | '{metrics: [{type: Resource, resource: {name: cpu, target: {averageUtilization: 70}}}]}' | '{metrics: [{type: Resource, resource: {name: cpu, target: {averageUtilization: 90}}}]}' | NOTABLE | resource.target.averageUtilization: 70 → 90",
                "autoscaling/v1 | HorizontalPodAutoscaler | '{targetCPUUtilizationPercentage: 90}' | '{targetCPUUtilizationPercentage: 70}' | NOTABLE | Autoscaler, targetCPUUtilizationPercentage: 90 → 70",
                "autoscaling/v2 | HorizontalPodAutoscaler | '{metrics: [{type: Pods}]}' | '{metrics: [{type: Pods}, {type: Object}]}' | NOTABLE | metrics or behaviour change",
            })
    void isSaidWithItsValues(
            String apiVersion, String kind, String before, String after, Severity severity, String words) {
        String head = "apiVersion: %s\nkind: %s\nmetadata: {name: thing}\nspec: ".formatted(apiVersion, kind);

        means(head + before + "\n", head + after + "\n", severity, words);
    }

    @Test
    void aTokenThatIsMountedIsRisky() {
        String closed = DEPLOYMENT.replace("serviceAccountName: checkout", "automountServiceAccountToken: false");
        String open = closed.replace("Token: false", "Token: true");
        String account = "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: a}\n";

        means(closed, open, RISKY, "(automountServiceAccountToken): false → true; whoever gets into a pod");
        means(open, closed, NOTABLE, "(automountServiceAccountToken): true → false");
        means(account + "automountServiceAccountToken: false\n", account, RISKY, "false → none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "security.istio.io/v1 | PeerAuthentication | whether traffic in plain text is admitted",
                "security.istio.io/v1 | RequestAuthentication | tokens of requests are checked by it no more",
                "networking.istio.io/v1 | DestinationRule | its subsets",
                "monitoring.coreos.com/v1 | PodMonitor | metrics are not collected",
                "keda.sh/v1alpha1 | ScaledObject | follows the load no more",
            })
    void whatIsLostWithAPolicyIsNotWhatItStandsFor(String apiVersion, String kind, String words) {
        String gone = "apiVersion: %s\nkind: %s\nmetadata: {name: thing}\n".formatted(apiVersion, kind);

        means(all(SERVICE, gone), SERVICE, RISKY, words);
        assertThat(words(all(SERVICE, gone), SERVICE)).noneMatch(each -> each.contains("stands for"));
    }
}
