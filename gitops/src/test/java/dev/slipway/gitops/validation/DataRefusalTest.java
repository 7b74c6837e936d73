package dev.slipway.gitops.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API server refuses of ConfigMaps, Secrets and selectors; each with its neighbour that it takes. */
class DataRefusalTest {

    /** What is this large can only be applied on the server. */
    private static List<String> lines(String object) {
        return new Cluster().applied("ServerSideApply=true").holding(object).lines();
    }

    private static void assertRefused(String object, String rule, String words) {
        assertThat(lines(object))
                .singleElement()
                .asString()
                .startsWith("ERROR " + rule)
                .contains(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data: {application.yaml: a} | data: {config/application.yaml: a} | \"config/application.yaml\" is no key",
                "data: {.env: a} | data: {..env: a} | \"..env\" is no key",
                "data: {a_B-c.1: a} | data: {'a b': a} | \"a b\" is no key",
                "data: {a: a}, binaryData: {b: YQ==} | data: {a: a}, binaryData: {a: YQ==} | in data as well",
                "data: {.a: a} | data: {.: a} | \".\" is no key",
            })
    void ofAConfigMap(String good, String bad, String words) {
        String map = "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, %s}";

        assertThat(Cluster.lines(map.formatted(good))).isEmpty();
        assertRefused(map.formatted(bad), "data/keys", words);
    }

    @Test
    void ofAConfigMapThatIsTooLarge() {
        String map = """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: a}
                data:
                  a: %s
                  b: %s
                """;
        String half = "x".repeat(512 * 1024);

        assertThat(lines(map.formatted(half, half))).isEmpty();
        assertRefused(map.formatted(half, half + "x"), "data/size", "holds 1048577 bytes");
    }

    @Test
    void countsTheBytesThatASecretEncodes() {
        String secret = """
                apiVersion: v1
                kind: Secret
                metadata: {name: a}
                data:
                  a: %s
                  b: %s
                """;
        String threeBytes = "YWFh";
        String most = threeBytes.repeat(174_762);

        assertThat(lines(secret.formatted(most, most + threeBytes + "YQ=="))).isEmpty();
        assertRefused(secret.formatted(most, most + threeBytes + threeBytes), "data/size", "holds 1048578 bytes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type: kubernetes.io/tls, data: {tls.crt: '', tls.key: ''} | type: kubernetes.io/tls, stringData: {tls.crt: a} | has no tls.key",
                "type: kubernetes.io/dockerconfigjson, stringData: {.dockerconfigjson: '{}'} | type: kubernetes.io/dockerconfigjson, stringData: {config.json: '{}'} | has no .dockerconfigjson",
                "type: kubernetes.io/basic-auth, stringData: {password: a} | type: kubernetes.io/basic-auth, stringData: {user: a} | neither username nor password",
                "type: Opaque, stringData: {user: a} | type: kubernetes.io/service-account-token | whose token",
            })
    void ofASecret(String good, String bad, String words) {
        String secret = "{apiVersion: v1, kind: Secret, metadata: {name: a}, %s}";

        assertThat(Cluster.lines(secret.formatted(good))).isEmpty();
        assertRefused(secret.formatted(bad), "data/type", words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{key: a, operator: In, values: [b]} | {key: a, operator: In} | \"In\" does not go with no values",
                "{key: a, operator: Exists} | {key: a, operator: Exists, values: [b]} | does not go with the values [b]",
                "{key: example.com/a, operator: DoesNotExist} | {key: a b, operator: DoesNotExist} | \"a b\" is no key",
            })
    void ofASelectorsExpressions(String good, String bad, String words) {
        String deployment = Cluster.deployment("""
                containers: [{name: a, image: a}]
                affinity:
                  podAntiAffinity:
                    requiredDuringSchedulingIgnoredDuringExecution:
                      - {topologyKey: kubernetes.io/hostname, labelSelector: {matchExpressions: [%s]}}
                """);

        assertThat(Cluster.lines(deployment.formatted(good))).isEmpty();
        assertRefused(deployment.formatted(bad), "selector/expressions", words);
    }

    @Test
    void ofNodesThatAreComparedWithAText() {
        String deployment = Cluster.deployment("""
                containers: [{name: a, image: a}]
                affinity:
                  nodeAffinity:
                    requiredDuringSchedulingIgnoredDuringExecution:
                      nodeSelectorTerms: [{matchExpressions: [{key: cores, operator: Gt, values: ["%s"]}]}]
                """);

        assertThat(Cluster.lines(deployment.formatted("4"))).isEmpty();
        assertRefused(deployment.formatted("many"), "selector/expressions", "does not go with the values [many]");
    }
}
