package dev.slipway.gitops.impact.reading.protection;

import static dev.slipway.gitops.impact.Manifests.DEPLOYMENT;
import static dev.slipway.gitops.impact.Manifests.all;
import static dev.slipway.gitops.impact.Meanings.means;
import static dev.slipway.gitops.impact.Meanings.words;
import static dev.slipway.gitops.impact.meaning.Severity.RISKY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Budgets that let no pod be evicted. */
class BudgetsTest {

    private static final String AUTOSCALER = """
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: load}
            spec: {minReplicas: 2, maxReplicas: 9, scaleTargetRef: {kind: Deployment, name: checkout}}
            """;

    private static String budget(String amount) {
        return """
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata: {name: web}
                spec: {%s, selector: {matchLabels: {app: checkout}}}
                """.formatted(amount);
    }

    private static String scaled(int replicas) {
        return DEPLOYMENT.replace("replicas: 3", "replicas: " + replicas);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "minAvailable: 1 | 1 | wants 1 available of 1 pod: none may be evicted",
                "minAvailable: 2 | 2 | wants 2 available of 2 pods: none may be evicted",
                "minAvailable: 50% | 1 | wants 1 available of 1 pod",
                "minAvailable: 5 | 2 | wants 5 available of 2 pods",
            })
    void aBudgetThatWantsAllPodsBlocksEviction(String amount, int replicas, String words) {
        String budget = budget(amount);
        String lax = budget("maxUnavailable: 1");

        means(all(scaled(12), budget), all(scaled(replicas), budget), RISKY, words);
        means(all(scaled(replicas), lax), all(scaled(replicas), budget), RISKY, words);
        assertThat(words(all(scaled(12), lax), all(scaled(replicas), budget)))
                .filteredOn(each -> each.contains("none may be evicted"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"minAvailable: 1 | 2", "minAvailable: 50% | 2", "maxUnavailable: 1 | 1", "minAvailable: 1 | 0"})
    void othersLetSomeBeEvicted(String amount, int replicas) {
        assertThat(words(all(scaled(12), budget(amount)), all(scaled(replicas), budget(amount))))
                .noneMatch(each -> each.contains("evicted"));
    }

    @Test
    void whatBlockedBeforeIsNoNews() {
        assertThat(words(all(scaled(2), budget("minAvailable: 2")), all(scaled(1), budget("minAvailable: 2"))))
                .noneMatch(each -> each.contains("evicted"));
    }

    @Test
    void countsThePodsThatAnAutoscalerLeaves() {
        String budget = budget("minAvailable: 2");
        String lower = AUTOSCALER.replace("minReplicas: 2", "minReplicas: 4");

        means(
                all(DEPLOYMENT, lower, budget("minAvailable: 1")),
                all(DEPLOYMENT, AUTOSCALER, budget),
                RISKY,
                "of 2 pods");
    }

    @Test
    void podsThatNobodyCountsAreNotGuessed() {
        String agents = DEPLOYMENT.replace("kind: Deployment", "kind: DaemonSet");

        assertThat(words(all(agents, budget("maxUnavailable: 1")), all(agents, budget("minAvailable: 1"))))
                .noneMatch(each -> each.contains("evicted"));
    }

    @Test
    void aBudgetThatBlocksDrainingIsRisky() {
        String budget = """
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata: {name: checkout}
                spec: {maxUnavailable: 1}
                """;

        means(budget, budget.replace(": 1}", ": 0}"), RISKY, "nodes with its pods cannot be drained");
    }
}
