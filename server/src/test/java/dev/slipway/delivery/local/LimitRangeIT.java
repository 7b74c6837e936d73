package dev.slipway.delivery.local;

import static dev.slipway.delivery.local.TestManifests.deployment;
import static dev.slipway.delivery.local.TestManifests.job;
import static dev.slipway.delivery.local.TestManifests.simple;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.delivery.ApplicationState;
import dev.slipway.delivery.LiveResource;
import dev.slipway.kustomize.Resource;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a LimitRange gives to containers, and what it does not allow. */
class LimitRangeIT extends OnLocalCluster {

    private static final Resource QUOTA =
            simple("ResourceQuota", "quota", ", 'spec': {'hard': {'requests.memory': '1Gi'}}");

    @Test
    void countsTheDefaultOfWhatAsksForNothing() {
        cluster.commit(QUOTA, limits("'defaultRequest': {'memory': '2Gi'}"), job("report", 0, false));

        ApplicationState state =
                cluster.await("refused", each -> !object(each, "Job").message().isEmpty());

        assertThat(object(state, "Job"))
                .extracting(LiveResource::message)
                .asString()
                .contains("exceeded quota \"quota\": requests.memory is limited to 1Gi", "asks for 2147483648");
        assertThat(state.pods()).isEmpty();
    }

    @Test
    void countsWhatAContainerSaysOverTheDefault() {
        cluster.commit(
                QUOTA, limits("'defaultRequest': {'memory': '2Gi'}"), deployment(TestImages.reference(1), 1, Map.of()));

        assertThat(cluster.await("healthy", HEALTHY).pods()).hasSize(1);
    }

    @Test
    void refusesMoreThanTheMaximum() {
        String large = ", 'resources': {'limits': {'memory': '600Mi'}}";
        cluster.commit(limits("'max': {'memory': '512Mi'}"), deployment(TestImages.reference(1), 1, Map.of(), large));

        ApplicationState state = cluster.await("degraded", DEGRADED);

        assertThat(state.healthMessage()).contains("container \"app\" may have at most 512Mi memory (LimitRange)");
        assertThat(state.pods()).isEmpty();
    }

    private static Resource limits(String container) {
        return simple("LimitRange", "limits", ", 'spec': {'limits': [{'type': 'Container', " + container + "}]}");
    }
}
