package dev.slipway.gitops.impact.reading.protection;

import static dev.slipway.gitops.impact.Manifests.DEPLOYMENT;
import static dev.slipway.gitops.impact.Manifests.SERVICE;
import static dev.slipway.gitops.impact.Manifests.all;
import static dev.slipway.gitops.impact.Meanings.means;
import static dev.slipway.gitops.impact.Meanings.words;
import static dev.slipway.gitops.impact.meaning.Severity.RISKY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Budgets, policies and monitors whose pods are not chosen any more. */
class GuardsTest {

    private static final String FRONT =
            DEPLOYMENT.replace("labels: {app: checkout}", "labels: {app: checkout, tier: front}");
    private static final String BACK = FRONT.replace("tier: front", "tier: back");
    private static final String SECOND = FRONT.replace("name: checkout}", "name: second}");
    private static final String BUDGET =
            guard("policy/v1", "PodDisruptionBudget", "selector: {matchLabels: {tier: front}}");

    private static String guard(String apiVersion, String kind, String selector) {
        return "apiVersion: %s\nkind: %s\nmetadata: {name: web}\nspec: {%s}\n".formatted(apiVersion, kind, selector);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "policy/v1 | PodDisruptionBudget | 'selector: {matchLabels: {tier: front}}' | guards no pods any more; it guarded those of Deployment \"checkout\"",
                "policy/v1 | PodDisruptionBudget | 'selector: {matchExpressions: [{key: tier, operator: In, values: [front]}]}' | guards no pods any more",
                "networking.k8s.io/v1 | NetworkPolicy | 'podSelector: {matchLabels: {tier: front}}' | holds for no pods any more; it held for those of Deployment \"checkout\"",
                "security.istio.io/v1 | AuthorizationPolicy | 'selector: {matchLabels: {tier: front}}' | holds for no pods any more",
                "security.istio.io/v1 | PeerAuthentication | 'selector: {matchLabels: {tier: front}}' | holds for no pods any more",
                "monitoring.coreos.com/v1 | PodMonitor | 'selector: {matchLabels: {tier: front}}' | watches no pods any more",
            })
    void missesPodsWhoseLabelsChange(String apiVersion, String kind, String selector, String words) {
        String guard = guard(apiVersion, kind, selector);

        means(all(FRONT, guard), all(BACK, guard), RISKY, kind + " \"web\" " + words);
        assertThat(words(all(FRONT, guard), all(FRONT.replace("replicas: 3", "replicas: 4"), guard)))
                .containsExactly("notable: Replicas: 3 → 4");
    }

    @Test
    void namesThePodsThatAreMissedWhereOthersAreLeft() {
        means(
                all(FRONT, SECOND, BUDGET),
                all(BACK, SECOND, BUDGET),
                RISKY,
                "PodDisruptionBudget \"web\" no longer guards the pods of Deployment \"checkout\"");
    }

    @Test
    void saysOfASelectorThatItChoosesNothingAnyMore() {
        means(all(FRONT, BUDGET), all(FRONT, BUDGET.replace("front", "back")), RISKY, "guards no pods any more");
        means(
                all(FRONT, SECOND.replace("tier: front", "tier: front, two: yes"), BUDGET),
                all(
                        FRONT,
                        SECOND.replace("tier: front", "tier: front, two: yes"),
                        BUDGET.replace("tier: front", "two: yes")),
                RISKY,
                "no longer guards the pods of Deployment \"checkout\"");
    }

    @Test
    void missesNothingWhereLabelsAndSelectorChangeTogether() {
        assertThat(words(all(FRONT, BUDGET), all(BACK, BUDGET.replace("front", "back"))))
                .noneMatch(each -> each.contains("any more") || each.contains("no longer"));
    }

    @Test
    void whatHoldsForAllPodsMissesNone() {
        String all = guard("networking.k8s.io/v1", "NetworkPolicy", "podSelector: {}");
        String istio = guard("security.istio.io/v1", "PeerAuthentication", "mtls: {mode: STRICT}");

        assertThat(words(all(FRONT, all, istio), all(BACK, all, istio)))
                .containsExactly("plain: Labels of pods changed: tier");
    }

    @Test
    void aNewPolicyHeldForNothingBefore() {
        assertThat(words(FRONT, all(BACK, BUDGET)))
                .noneMatch(each -> each.contains("any more") || each.contains("no longer"));
    }

    @Test
    void aWorkloadThatIsRemovedNeedsNoGuard() {
        assertThat(words(all(FRONT, BUDGET), BUDGET)).noneMatch(each -> each.contains("guards"));
    }

    @Test
    void findsGuardsByAnyOfTheirLabels() {
        String both =
                guard("policy/v1", "PodDisruptionBudget", "selector: {matchLabels: {app: checkout, tier: front}}");
        String jobs = guard(
                "policy/v1",
                "PodDisruptionBudget",
                "selector: {matchLabels: {statefulset.kubernetes.io/pod-name: checkout-0, tier: front}}");

        means(all(FRONT, both), all(BACK, both), RISKY, "guards no pods any more");
        means(
                all(FRONT.replace("kind: Deployment", "kind: StatefulSet"), jobs),
                all(BACK.replace("kind: Deployment", "kind: StatefulSet"), jobs),
                RISKY,
                "guards no pods any more");
    }

    /** Each of them tried at each pod, and looked for among all, would take minutes. */
    @Test
    @Timeout(30)
    void manyInOneNamespaceAreComparedInTheirNumber() {
        String guarded = IntStream.range(0, 1_000)
                .mapToObj(number -> all(SERVICE, FRONT, BUDGET)
                        .replace("name: checkout}", "name: checkout-" + number + "}")
                        .replace("name: web}", "name: web-" + number + "}")
                        .replace("app: checkout", "app: checkout-" + number)
                        .replace("tier: front", "tier: front-" + number))
                .collect(Collectors.joining("---\n"));

        assertThat(words(guarded, guarded.replace("value: info", "value: debug")))
                .contains("notable: Variable LOG_LEVEL of app: info → debug")
                .noneMatch(each -> each.contains("any more"));
    }
}
