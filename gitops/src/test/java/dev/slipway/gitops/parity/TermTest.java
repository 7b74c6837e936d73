package dev.slipway.gitops.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What counts as a difference of which term, and what does not. */
class TermTest {

    private static final Shop STAGING = Shop.in("staging");
    private static final Shop PRODUCTION = Shop.in("production");

    @Test
    void environmentsThatOnlyNameThemselvesMatch() {
        Comparison comparison = Shop.compare(STAGING, PRODUCTION);

        assertThat(comparison.verdict()).isEqualTo(Verdict.MATCH);
        assertThat(comparison.terms())
                .hasSize(Term.values().length)
                .allSatisfy(each -> assertThat(each.verdict())
                        .as(each.term().key() + each.differences())
                        .isEqualTo(each.term() == Term.HOSTS ? each.verdict() : Verdict.MATCH));
    }

    static List<Arguments> differences() {
        return List.of(
                differs(Term.COMMAND, "\"8080\"", "\"9090\"", "spec.template.spec.containers[app].args"),
                differs(Term.COMMAND, "- name: app\n", "- name: web\n", "spec.template.spec.containers[app]"),
                differs(Term.PROBES, "path: /ready", "path: /alive", "readinessProbe.httpGet.path"),
                differs(
                        Term.PROBES,
                        "port: http}\n                          volume",
                        "port: 1}\n                          volume",
                        ""),
                differs(Term.PORTS, "containerPort: 8080", "containerPort: 9090", "ports[8080/TCP]"),
                differs(Term.PORTS, "port: 80, targetPort", "port: 81, targetPort", "spec.ports[80/TCP]"),
                differs(
                        Term.SELECTORS,
                        "spec:\n  selector: {app: shop}",
                        "spec:\n  selector: {app: shops}",
                        "spec.selector.app"),
                differs(Term.VOLUME_MOUNTS, "emptyDir: {}", "secret: {secretName: x}", "volumeMounts[/tmp]"),
                differs(
                        Term.SECURITY_CONTEXT,
                        "runAsNonRoot: true",
                        "runAsNonRoot: false",
                        "securityContext.runAsNonRoot"),
                differs(Term.ENV_NAMES, "GREETING", "SALUTE", "env[GREETING]"),
                differs(Term.SECRET_KEYS, "key: password", "key: secret", "env[PASSWORD] key"),
                differs(Term.API_VERSIONS, "apps/v1", "apps/v1beta1", "apiVersion"),
                differs(Term.NETWORK_POLICY, "[{podSelector: {}}]", "[]", "spec.ingress"),
                differs(Term.POD_SECURITY, "enforce: restricted", "enforce: baseline", "enforce"),
                differs(Term.INGRESS_PATTERN, "istio/cross", "istio/other", "spec.gateways"),
                differs(Term.REPLICAS, "replicas: 2", "replicas: 3", "spec.replicas"),
                differs(Term.RESOURCES, "cpu: 50m", "cpu: 60m", "resources.requests.cpu"),
                differs(Term.HOSTS, "shop-production.example", "shop.example", "hosts"),
                differs(Term.IMAGE, "shop:1", "shop:2", "image"),
                differs(Term.ENV_VALUES, "value: hello", "value: bye", "env[GREETING]"),
                differs(Term.QUOTA, "pods: \"50\"", "pods: \"60\"", "spec.hard.pods"));
    }

    private static Arguments differs(Term term, String text, String replacement, String path) {
        return Arguments.of(term, text, replacement, path);
    }

    @ParameterizedTest
    @MethodSource("differences")
    void aDifferenceIsShownWithItsFieldAndBlocksWhereItMustNotBe(
            Term term, String text, String replacement, String path) {
        Comparison comparison = Shop.compare(STAGING, PRODUCTION.with(unindented(text), unindented(replacement)));

        TermResult result = Shop.term(term, comparison);
        assertThat(result.verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(result.differences()).anyMatch(each -> each.at().contains(path));
        assertThat(result.blocks()).isEqualTo(term.mustMatchByDefault());
        assertThat(comparison.passes()).isEqualTo(comparison.blocking().isEmpty());
    }

    /** The text blocks of the shop stand sixteen columns to the left of where they are written. */
    private static String unindented(String text) {
        return text.replace("\n                ", "\n");
    }

    static List<Arguments> equalities() {
        return List.of(
                equal("port: http}\n          volume", "port: 8080}\n          volume"),
                equal(
                        "port: http}\n          volume",
                        "port: http, scheme: HTTP}\n            periodSeconds: 10\n          volume"),
                equal("containerPort: 8080", "containerPort: 8080, protocol: TCP"),
                equal(
                        "securityContext: {runAsNonRoot: true}",
                        "hostNetwork: false\n      securityContext: {runAsNonRoot: true}"),
                equal("mountPath: /tmp", "mountPath: /tmp, readOnly: false"),
                equal("  podSelector: {}\n", "  policyTypes: [Ingress]\n  podSelector: {}\n"),
                equal("metadata: {name: shop}", "metadata: {name: shop-production}"),
                equal("{name: database, key", "{name: database-prod, key"),
                equal(
                        "ports: [{name: http, port: 80, targetPort: http}]",
                        "type: ClusterIP\n  ports: [{name: http, port: 80, targetPort: http, nodePort: 30000}]"));
    }

    private static Arguments equal(String text, String replacement) {
        return Arguments.of(text, replacement);
    }

    @ParameterizedTest
    @MethodSource("equalities")
    void whatKubernetesFillsInAndNamesOfEnvironmentsAreNoDifference(String text, String replacement) {
        Comparison comparison = Shop.compare(STAGING, PRODUCTION.with(text, replacement));

        assertThat(comparison.blocking()).isEmpty();
    }

    @Test
    void orderMeansNothingInListsOfVariablesAndMuchInCommands() {
        Shop variables = PRODUCTION.with("""
                            - {name: GREETING, value: hello}
                            - name: PASSWORD
                              valueFrom: {secretKeyRef: {name: database, key: password}}
                """, """
                            - name: PASSWORD
                              valueFrom: {secretKeyRef: {name: database, key: password}}
                            - {name: GREETING, value: hello}
                """);

        assertThat(Shop.compare(STAGING, variables).verdict()).isEqualTo(Verdict.MATCH);
        assertThat(Shop.compare(STAGING, PRODUCTION.with("[--port, \"8080\"]", "[\"8080\", --port]"))
                        .verdict())
                .isEqualTo(Verdict.DIFFERS);
    }

    @Test
    void anObjectInOneEnvironmentOnlyIsOneDifference() {
        Comparison comparison = Shop.compare(STAGING, PRODUCTION.plus("""
                apiVersion: batch/v1
                kind: CronJob
                metadata: {name: sweep}
                spec:
                  schedule: "0 3 * * *"
                  jobTemplate: {spec: {template: {spec: {containers: [{name: sweep, image: sweep, command: [sweep, all]}]}}}}
                """));

        assertThat(Shop.term(Term.COMMAND, comparison).differences())
                .singleElement()
                .satisfies(each -> assertThat(each.object()).isEqualTo("CronJob/sweep"))
                .satisfies(each -> assertThat(each.left()).isNull());
    }

    @Test
    void whatScalesAndGuardsProductionAloneBelongsToItsReplicas() {
        Comparison comparison = Shop.compare(STAGING, PRODUCTION.plus("""
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata: {name: shop}
                spec: {minAvailable: 1}
                """));

        assertThat(comparison.verdict()).isEqualTo(Verdict.MATCH);
        assertThat(Shop.term(Term.REPLICAS, comparison).verdict()).isEqualTo(Verdict.DIFFERS);
    }

    @Test
    void generatedConfigMapsMatchWhateverTheirHash() {
        String map = """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: settings-%s}
                data: {level: %s}
                """;

        Comparison comparison = Shop.compare(
                STAGING.plus(map.formatted("2f7bh9k8tc", "debug")),
                PRODUCTION.plus(map.formatted("c8kgt5m6d2", "info")));

        assertThat(comparison.verdict()).isEqualTo(Verdict.MATCH);
        assertThat(Shop.term(Term.ENV_VALUES, comparison).differences()).hasSize(1);
    }

    @Test
    void valuesOfSecretsAreNowhere() {
        String secret = """
                apiVersion: v1
                kind: Secret
                metadata: {name: database}
                stringData: {%s: %s}
                """;

        Comparison comparison = Shop.compare(
                STAGING.plus(secret.formatted("password", "hunter2")),
                PRODUCTION.plus(secret.formatted("passwort", "hunter3")));

        assertThat(Shop.term(Term.SECRET_KEYS, comparison).verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(comparison.toString()).contains("passwort").doesNotContain("hunter");
    }

    @Test
    void aNamespaceThatIsNotInGitCannotBeTold() {
        Shop without = new Shop(
                "production",
                PRODUCTION.manifests(),
                PRODUCTION.around().replaceFirst("(?s).*?---\n", ""),
                PRODUCTION.dependencies());

        Comparison comparison = Shop.compare(STAGING, without);

        assertThat(comparison.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(Shop.term(Term.POD_SECURITY, comparison).unknown())
                .singleElement()
                .asString()
                .startsWith("production: ");
    }

    @Test
    void anEnvironmentThatIsNotThereMakesEverythingUnknown() {
        Comparison comparison = new Parity(ParityRules.STANDARD, Shop.TODAY)
                .compare("shop", STAGING.side(), new Side.Unknown("production", "It does not render."));

        assertThat(comparison.terms()).allMatch(each -> each.verdict() == Verdict.UNKNOWN);
        assertThat(comparison.passes()).isFalse();
    }

    @Test
    void everyTermOfTheDesignHasItsKey() {
        assertThat(Arrays.stream(Term.values()).filter(Term::mustMatchByDefault).map(Term::key))
                .containsExactly(
                        "command",
                        "probes",
                        "ports",
                        "selectors",
                        "volume-mounts",
                        "security-context",
                        "env-names",
                        "secret-keys",
                        "api-versions",
                        "network-policy",
                        "pod-security",
                        "ingress-pattern",
                        "dependency-tls");
    }
}
