package dev.slipway.promotion.gates;

import static dev.slipway.promotion.gates.FakeCluster.SERVICE;
import static dev.slipway.promotion.gates.FakeCluster.STAGING;
import static dev.slipway.promotion.gates.FakeCluster.digest;
import static dev.slipway.promotion.gates.FakeCluster.pod;
import static dev.slipway.promotion.gates.FakeCluster.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.delivery.Health;
import dev.slipway.delivery.LivePod;
import dev.slipway.delivery.OperationPhase;
import dev.slipway.delivery.SyncStatus;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kustomize.Resources;
import dev.slipway.promotion.GateVerdict;
import dev.slipway.promotion.store.Arrivals.Arrival;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiveReleasesTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant EARLIER = NOON.minusSeconds(600);

    private final FakeCluster cluster = new FakeCluster().running('1', EARLIER, NOON);
    private @Nullable Arrival arrival;
    private final LiveReleases releases = new LiveReleases(
            cluster, cluster, (_, _, _) -> Optional.ofNullable(arrival), Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void isLiveSinceTheLatestOfHealthAndSync() {
        cluster.operationFinishedAt = NOON.minusSeconds(30);

        assertThat(liveness())
                .isInstanceOfSatisfying(
                        Liveness.Live.class, live -> assertThat(live.since()).isEqualTo(NOON.minusSeconds(30)));
    }

    @Test
    void countsFromItsOwnSyncWhereTheReleaseBeforeRendersTheSame() {
        arrival = new Arrival(NOON.minusSeconds(20), null);
        assertThat(since()).isEqualTo(NOON);

        arrival = new Arrival(NOON.minusSeconds(20), NOON.minusSeconds(10));
        assertThat(since()).isEqualTo(NOON.minusSeconds(10));
        assertThat(liveness().evidence())
                .extracting(GateVerdict.Evidence::value)
                .contains("synced at 2026-11-21T11:59:50Z");

        arrival = new Arrival(EARLIER.minusSeconds(5), EARLIER.plusSeconds(5));
        assertThat(since()).isEqualTo(EARLIER);
    }

    private Instant since() {
        return ((Liveness.Live) liveness()).since();
    }

    @Test
    void isNotLiveWhileAPodRunsAnotherImage() {
        cluster.pods = List.of(pod('1', false), pod('2', false));

        assertThat(liveness()).isInstanceOf(Liveness.NotYet.class);
    }

    @Test
    void leavesOutWhatTheManifestsRunBesideTheRelease() {
        String release = "registry.localhost/acme/pricing-api";
        cluster.pods = List.of(new LivePod(
                "pod", Map.of(release, digest('1'), "redis", digest('9')), true, false, 0, Instant.EPOCH, ""));
        assertThat(liveness()).isInstanceOf(Liveness.NotYet.class);

        cluster.objects = Resources.parse("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: pricing-api}
                spec: {template: {spec: {containers: [{name: app, image: %s}, {name: cache, image: "redis:7"}]}}}
                """.formatted(release));
        assertThat(liveness()).isInstanceOf(Liveness.Live.class);
    }

    @Test
    void leavesOutPodsThatAreEnding() {
        cluster.pods = List.of(pod('1', false), pod('2', true));

        assertThat(liveness()).isInstanceOf(Liveness.Live.class);
    }

    @Test
    void isNotLiveWithoutAPod() {
        cluster.pods = List.of();

        assertThat(liveness()).isInstanceOf(Liveness.NotYet.class);
    }

    @Test
    void doesNotBelieveAStaleReading() {
        cluster.observedAt = NOON.minusSeconds(61);

        assertThat(liveness()).isInstanceOf(Liveness.Unknown.class);
    }

    @Test
    void doesNotTakeHealthBeforeTheSyncForHealth() {
        cluster.fingerprint = "what ran before";

        assertThat(liveness()).isInstanceOf(Liveness.NotYet.class);
    }

    @Test
    void waitsForTheOperationToFinish() {
        cluster.operation = OperationPhase.RUNNING;

        assertThat(liveness()).isInstanceOf(Liveness.NotYet.class);
    }

    @Test
    void isBrokenWhenTheSyncFailed() {
        cluster.sync = SyncStatus.OUT_OF_SYNC;
        cluster.operation = OperationPhase.FAILED;

        assertThat(liveness()).isInstanceOf(Liveness.Broken.class);
    }

    @Test
    void isBrokenWhenDegraded() {
        cluster.health = Health.DEGRADED;

        assertThat(liveness()).isInstanceOf(Liveness.Broken.class);
    }

    @Test
    void knowsNothingWhenTheClusterSaysNothing() {
        cluster.reports = false;

        assertThat(liveness()).isInstanceOf(Liveness.Unknown.class);
    }

    @Test
    void isNotLiveWhenGitSaysAnotherRelease() {
        cluster.wanted = release('2');

        assertThat(liveness()).isInstanceOf(Liveness.NotYet.class);
    }

    @Test
    void knowsNothingOfAnEnvironmentWithoutApplication() {
        assertThat(releases.of(SERVICE, new EnvironmentName("production"), release('1')))
                .isInstanceOf(Liveness.Unknown.class);
    }

    private Liveness liveness() {
        return releases.of(SERVICE, STAGING, release('1'));
    }
}
