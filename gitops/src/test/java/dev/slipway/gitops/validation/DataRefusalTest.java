package dev.slipway.gitops.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API server refuses of data, claims, selectors, definitions and permissions; each with its neighbour that it takes. */
class DataRefusalTest {

    /** What is this large can only be applied on the server. */
    private static List<String> lines(String object) {
        return new Cluster().applied("ServerSideApply=true").holding(object).lines();
    }

    private static void assertRefused(String object, String rule, String words) {
        Cluster.assertOneError(lines(object), rule, words);
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
                "type: kubernetes.io/dockerconfigjson, data: {.dockerconfigjson: e30=} | type: kubernetes.io/dockerconfigjson, data: {.dockerconfigjson: YQ==} | no object of JSON",
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accessModes: [ReadWriteOnce] | accessModes: [] | How its volume is used",
                "accessModes: [ReadWriteOnce, ReadOnlyMany] | accessModes: [ReadOnce] | \"ReadOnce\" is no access mode",
                "accessModes: [ReadWriteOncePod] | accessModes: [ReadWriteOncePod, ReadWriteOnce] | no other mode",
            })
    void ofHowAVolumeIsUsed(String good, String bad, String words) {
        String claim = "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: a},"
                + " spec: {%s, resources: {requests: {storage: 1Gi}}}}";

        assertThat(lines(claim.formatted(good))).isEmpty();
        assertRefused(claim.formatted(bad), "data/volume-claim", words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "requests: {storage: 1Gi} | limits: {storage: 1Gi} | How large",
                "requests: {storage: 1} | requests: {storage: 0} | \"0\" is no size",
            })
    void ofTheSizeOfAStatefulSetsVolumes(String good, String bad, String words) {
        String set = """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: web}
                spec:
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec: {containers: [{name: a, image: a}]}
                  volumeClaimTemplates:
                    - {metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {%s}}}
                """;

        assertThat(lines(set.formatted(good))).isEmpty();
        assertRefused(set.formatted(bad), "data/volume-claim", words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "widgets.example.com | true | widget.example.com | true | not called after",
                "widgets.example.com | true | widgets.example.com | false | No version is stored",
            })
    void ofADefinition(String name, boolean stored, String wrong, boolean wronglyStored, String words) {
        String definition = """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: %s}
                spec:
                  group: example.com
                  scope: Namespaced
                  names: {kind: Widget, plural: widgets}
                  versions: [{name: v1, served: true, storage: %s, schema: {openAPIV3Schema: {type: object}}}]
                """;

        assertThat(lines(definition.formatted(name, stored))).isEmpty();
        assertRefused(definition.formatted(wrong, wronglyStored), "data/definition", words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ClusterRole | {apiGroups: [''], resources: [pods], verbs: [get]} | {resources: [pods], verbs: [get]} | Of which API groups",
                "ClusterRole | {nonResourceURLs: [/metrics], verbs: [get]} | {apiGroups: [apps], verbs: [get]} | Which resources",
                "Role | {apiGroups: [apps], resources: [deployments], verbs: ['*']} | {nonResourceURLs: [/metrics], verbs: [get]} | no paths",
                "Role | {apiGroups: [apps], resources: ['*'], verbs: [get]} | {apiGroups: [apps], resources: ['*'], verbs: []} | What may be done",
            })
    void ofARole(String kind, String good, String bad, String words) {
        String role =
                "{apiVersion: rbac.authorization.k8s.io/v1, kind: " + kind + ", metadata: {name: a}, rules: [%s]}";

        assertThat(lines(role.formatted(good))).isEmpty();
        assertRefused(role.formatted(bad), "data/permissions", words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{kind: ServiceAccount, name: default, namespace: shop} | {kind: ServiceAccount, name: default} | namespace of the ServiceAccount",
                "{kind: Group, name: a, apiGroup: rbac.authorization.k8s.io} | {kind: Group, name: a, apiGroup: v1} | has no Group",
            })
    void ofABinding(String good, String bad, String words) {
        String binding = "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: a},"
                + " roleRef: {kind: ClusterRole, name: view}, subjects: [%s]}";

        assertThat(lines(binding.formatted(good))).noneMatch(each -> each.startsWith("ERROR"));
        assertThat(lines(binding.formatted(bad)))
                .anyMatch(each -> each.startsWith("ERROR data/permissions") && each.contains(words));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: Container, min: {cpu: 100m}, max: {cpu: '0.1'}} | {type: Container, min: {cpu: '1'}, max: {cpu: 500m}} | min of cpu, 1, is more than max, 500m",
                "{type: Container, defaultRequest: {memory: 1Gi}, default: {memory: 1Gi}} | {type: Container, defaultRequest: {memory: 2Gi}, default: {memory: 1Gi}} | defaultRequest of memory",
                "{type: Container, default: {cpu: 1}, max: {cpu: 1}} | {type: Container, default: {cpu: 2}, max: {cpu: 1}} | default of cpu, 2, is more than max",
                "{type: Container, min: {cpu: 1}, default: {cpu: 1}} | {type: Container, min: {cpu: 2}, default: {cpu: 1}} | min of cpu, 2, is more than default",
                "{type: Pod, max: {cpu: 1}} | {type: Pod, default: {cpu: 1}} | Only containers have defaults",
                "{type: PersistentVolumeClaim, max: {storage: 1Gi}} | {type: PersistentVolumeClaim} | How large claims may be",
                "{type: Pod, max: {cpu: 1}} | {type: Pod, max: {cpu: 1}}, {type: Pod, min: {cpu: 1}} | of the type Pod already",
            })
    void ofALimitRange(String good, String bad, String words) {
        String range = "{apiVersion: v1, kind: LimitRange, metadata: {name: a}, spec: {limits: [%s]}}";

        assertThat(lines(range.formatted(good))).isEmpty();
        assertRefused(range.formatted(bad), "data/limit-range", words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: high} | value: 1000000000 | name: high} | value: 1000000001 | A priority of 1000000001",
                "name: mine-system-a} | value: 1 | name: system-a} | value: 1 | begin with \"system-\"",
            })
    void ofAPriorityClass(String name, String value, String badName, String badValue, String words) {
        String priority = "{apiVersion: scheduling.k8s.io/v1, kind: PriorityClass, metadata: {%s, %s}";

        assertThat(lines(priority.formatted(name, value))).isEmpty();
        assertRefused(priority.formatted(badName, badValue), "data/priority-class", words);
    }
}
