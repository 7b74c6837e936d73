package dev.slipway.delivery.local;

import static dev.slipway.delivery.local.TestManifests.deployment;
import static dev.slipway.delivery.local.TestManifests.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.delivery.ApplicationState;
import dev.slipway.delivery.Health;
import dev.slipway.kustomize.Resource;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is shown of budgets and autoscalers, which the local cluster has no use for itself. */
class DisruptionBudgetIT extends OnLocalCluster {

    @Test
    void tellsHowManyPodsMayBeDisrupted() {
        assertThat(message("'minAvailable': 1", "shop"))
                .isEqualTo("1 disruptions allowed: 2 of 2 pods are healthy, at least 1 must be");
        assertThat(message("'maxUnavailable': '30%'", "shop")).startsWith("1 disruptions allowed");
    }

    @Test
    void warnsOfABudgetThatNeverAllowsADisruption() {
        assertThat(message("'minAvailable': '60%'", "shop"))
                .startsWith(
                        "0 disruptions allowed: 2 of 2 pods are healthy, at least 2 must be; it can never allow one");
    }

    @Test
    void saysThatABudgetProtectsNothing() {
        assertThat(message("'minAvailable': 1", "cart")).contains("matches the pods of no Deployment");
    }

    @Test
    void isDegradedWhereItSaysBothOrNeither() {
        cluster.commit(shop("one"), budget("'minAvailable': 1, 'maxUnavailable': 1", "shop"));

        assertThat(cluster.await("degraded", DEGRADED).healthMessage())
                .contains("expected either minAvailable or maxUnavailable");
    }

    @Test
    void saysThatAnAutoscalerMeasuresNothing() {
        cluster.commit(shop("one"), autoscaler("shop"));

        ApplicationState state = cluster.await("healthy", HEALTHY);

        assertThat(object(state, "HorizontalPodAutoscaler").message())
                .contains("2 replicas: the local cluster measures no load", "between 2 and 9");
    }

    @Test
    void isDegradedWhereAnAutoscalerHasNothingToScale() {
        cluster.commit(shop("one"), autoscaler("cart"));

        assertThat(cluster.await("degraded", DEGRADED).healthMessage())
                .contains("scaleTargetRef names the Deployment \"cart\", which is no Deployment here");
    }

    private String message(String rule, String app) {
        cluster.commit(deployment(TestImages.reference(1), 2, Map.of()), budget(rule, app));
        ApplicationState state = cluster.await(
                "healthy",
                each -> HEALTHY.test(each)
                        && each.pods().size() == 2
                        && each.operationFinishedAt() != null
                        && each.revision() != null
                        && each.revision().equals(cluster.newestCommit()));
        assertThat(object(state, "PodDisruptionBudget").health()).isEqualTo(Health.HEALTHY);
        return object(state, "PodDisruptionBudget").message();
    }

    private static Resource budget(String rule, String app) {
        return resource("""
                {'apiVersion': 'policy/v1', 'kind': 'PodDisruptionBudget', 'metadata': {'name': 'shop'},
                 'spec': {%s, 'selector': {'matchExpressions': [{'key': 'app', 'operator': 'In', 'values': ['%s']}]}}}
                """.formatted(rule, app));
    }

    private static Resource autoscaler(String target) {
        return resource("""
                {'apiVersion': 'autoscaling/v2', 'kind': 'HorizontalPodAutoscaler', 'metadata': {'name': 'shop'},
                 'spec': {'scaleTargetRef': {'apiVersion': 'apps/v1', 'kind': 'Deployment', 'name': '%s'},
                          'minReplicas': 2, 'maxReplicas': 9}}
                """.formatted(target));
    }
}
