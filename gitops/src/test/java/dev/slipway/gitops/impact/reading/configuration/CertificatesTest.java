package dev.slipway.gitops.impact.reading.configuration;

import static dev.slipway.gitops.impact.Manifests.all;
import static dev.slipway.gitops.impact.Meanings.means;
import static dev.slipway.gitops.impact.Meanings.words;
import static dev.slipway.gitops.impact.meaning.Severity.BREAKS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates that Ingresses need, in Secrets. */
class CertificatesTest {

    private static final String INGRESS = """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: web}
            spec:
              tls: [{hosts: [shop.example], secretName: web-tls}]
              rules: [{http: {paths: [{path: /, backend: {service: {name: checkout, port: {name: http}}}}]}}]
            """;

    private static final String CERTIFICATE = """
            apiVersion: v1
            kind: Secret
            metadata: {name: web-tls}
            type: kubernetes.io/tls
            data: {tls.crt: YQ==}
            """;

    @Test
    void tellsOfHostsThatLoseTheirCertificate() {
        means(
                all(INGRESS, CERTIFICATE),
                INGRESS,
                BREAKS,
                "Secret \"web-tls\" removed: Ingress \"web\" still names it: no certificate for HTTPS of shop.example");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cert-manager.io/v1 | Certificate | any | secretName: web-tls",
                "external-secrets.io/v1 | ExternalSecret | any | 'target: {name: web-tls}'",
                "external-secrets.io/v1 | ExternalSecret | web-tls | 'data: []'",
                "bitnami.com/v1alpha1 | SealedSecret | web-tls | 'encryptedData: {}'",
            })
    void secretsThatAnOperatorMakesAreNotMissed(String apiVersion, String kind, String name, String spec) {
        String maker =
                "apiVersion: %s\nkind: %s\nmetadata: {name: %s}\nspec: {%s}\n".formatted(apiVersion, kind, name, spec);

        assertThat(words(all(INGRESS, CERTIFICATE), all(INGRESS, maker)))
                .contains("plain: Secret \"web-tls\" removed")
                .noneMatch(each -> each.startsWith("breaks"));
    }

    @Test
    void certificatesThatAreIssuedAreNotMissed() {
        String issued = INGRESS.replace("web}", "web, annotations: {cert-manager.io/cluster-issuer: a}}");

        assertThat(words(all(issued, CERTIFICATE), issued)).containsExactly("plain: Secret \"web-tls\" removed");
    }
}
