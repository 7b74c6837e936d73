package dev.slipway.gitops.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys and ConfigMaps that no manifest holds, because a controller makes them. */
class FilledKeysTest {

    private static final String FILLED = """
            Secret    | token         | metadata: {name: x, annotations: {kubernetes.io/service-account.name: default}}, type: kubernetes.io/service-account-token
            ConfigMap | ca-bundle.crt | metadata: {name: x, labels: {config.openshift.io/inject-trusted-cabundle: "true"}}
            ConfigMap | service-ca.crt| metadata: {name: x, annotations: {service.beta.openshift.io/inject-cabundle: "true"}}
            Secret    | password      | metadata: {name: x, annotations: {secret-generator.v1.mittwald.de/autogenerate: "user, password"}}
            Secret    | any           | metadata: {name: x, annotations: {reflector.v1.k8s.emberstack.com/reflects: other/x}}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = FILLED)
    void areThereAllTheSame(String kind, String key, String manifest) {
        String object = "{apiVersion: v1, kind: " + kind + ", " + manifest + "}";

        assertThat(Cluster.lines(object, pods(kind, key)))
                .noneMatch(line -> line.contains("has no key"))
                .noneMatch(line -> line.startsWith("ERROR"));
        assertThat(Cluster.lines(
                        object.replaceAll("(annotations|labels): \\{[^}]*}|, type: .*[^}]", ""), pods(kind, key)))
                .anyMatch(line -> line.contains("has no key \"" + key + "\""));
    }

    @ParameterizedTest
    @CsvSource({"trust.cert-manager.io/v1alpha1, false", "example.com/v1, true"})
    void aBundleIsAConfigMapInEveryNamespace(String apiVersion, boolean missing) {
        String bundle = "{apiVersion: " + apiVersion + ", kind: Bundle, metadata: {name: x}, spec: {}}";

        assertThat(Cluster.lines(bundle, pods("ConfigMap", "ca.crt")).stream()
                        .anyMatch(line -> line.contains("no ConfigMap \"x\"")))
                .isEqualTo(missing);
    }

    private static String pods(String kind, String key) {
        String reference = kind.equals("Secret") ? "secretKeyRef" : "configMapKeyRef";
        return Cluster.container("env: [{name: A, valueFrom: {" + reference + ": {name: x, key: \"" + key + "\"}}}]");
    }
}
