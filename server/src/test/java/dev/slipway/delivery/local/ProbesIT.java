package dev.slipway.delivery.local;

import static dev.slipway.delivery.local.TestManifests.deployment;
import static dev.slipway.delivery.local.TestManifests.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.delivery.ApplicationState;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What follows from a probe's answers. */
class ProbesIT extends OnLocalCluster {

    @Test
    void restartsAContainerThatIsNotAliveAndWaitsLongerEachTime() {
        probed("ok", "'livenessProbe': {'exec': {'command': ['false']}, 'periodSeconds': 1, 'failureThreshold': 1}");

        ApplicationState state = cluster.await("degraded", DEGRADED);

        assertThat(state.healthMessage())
                .contains("CrashLoopBackOff", "liveness probe failed: the command exited with 1");
        assertThat(state.pods().getFirst().restarts()).isPositive();
    }

    @Test
    void restartsAContainerThatNeverStarts() {
        probed(
                "unready",
                "'startupProbe': {'httpGet': {'path': '/ready', 'port': 'http'}, 'periodSeconds': 1, 'failureThreshold': 2}");

        ApplicationState state = cluster.await(
                "restarted",
                each -> !each.pods().isEmpty() && each.pods().getFirst().restarts() > 0);

        assertThat(state.pods().getFirst().ready()).isFalse();
    }

    @Test
    void asksForLivenessOnlyOnceItHasStarted() {
        String neverYet =
                "'startupProbe': {'exec': {'command': ['false']}, 'periodSeconds': 1, 'failureThreshold': 1000}";
        String deadly = "'livenessProbe': {'exec': {'command': ['false']}, 'periodSeconds': 1, 'failureThreshold': 1}";
        probed("ok", neverYet + ", " + deadly);

        ApplicationState state = cluster.await(
                "asked",
                each -> !each.pods().isEmpty()
                        && each.pods().getFirst().message().contains("exited with 1"));

        assertThat(state.pods().getFirst().message()).isEqualTo("starting; startup probe: the command exited with 1");
        assertThat(state.pods().getFirst().restarts()).isZero();
    }

    @Test
    void isReadyWhenEachProbeIsContent() {
        probed(
                "ok",
                "'startupProbe': {'tcpSocket': {'port': 8080}, 'periodSeconds': 1, 'failureThreshold': 60},"
                        + " 'livenessProbe': {'exec': {'command': ['test', '-d', '/proc']}, 'periodSeconds': 1}");

        assertThat(cluster.await("healthy", HEALTHY).pods().getFirst().restarts())
                .isZero();
    }

    private void probed(String mode, String probes) {
        cluster.commit(deployment(TestImages.reference(1), 1, Map.of("MODE", mode), ", " + probes), service());
    }
}
