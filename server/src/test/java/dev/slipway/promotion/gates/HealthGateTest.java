package dev.slipway.promotion.gates;

import static dev.slipway.promotion.gates.FakeCluster.RED;
import static dev.slipway.promotion.gates.FakeCluster.SERVICE;
import static dev.slipway.promotion.gates.FakeCluster.STAGING;
import static dev.slipway.promotion.gates.FakeCluster.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.delivery.Health;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.platform.GateDefinition;
import dev.slipway.platform.PromotionRule;
import dev.slipway.promotion.GateVerdict;
import dev.slipway.promotion.GateVerdict.Verdict;
import dev.slipway.promotion.Promotion;
import dev.slipway.promotion.PromotionId;
import dev.slipway.promotion.PromotionState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthGateTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final GateDefinition.Health TEN_MINUTES = new GateDefinition.Health(Duration.ofMinutes(10));

    private final FakeCluster cluster = new FakeCluster();

    @Test
    void passesAfterTheWholeTimeWithoutInterruption() {
        cluster.running('1', NOON.minusSeconds(600), NOON);

        assertThat(verdict().verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void waitsASecondBeforeAndSaysWhenItCouldPass() {
        cluster.running('1', NOON.minusSeconds(599), NOON);

        GateVerdict verdict = verdict();

        assertThat(verdict.verdict()).isEqualTo(Verdict.WAITING);
        assertThat(verdict.earliest()).isEqualTo(NOON.plusSeconds(1));
        assertThat(verdict.reason()).isEqualTo("Healthy for 9m 59s of 10m.");
    }

    @Test
    void startsAgainAfterAFlap() {
        cluster.running('1', NOON.minusSeconds(3600), NOON);
        cluster.healthySince = NOON.minusSeconds(5);

        assertThat(verdict().verdict()).isEqualTo(Verdict.WAITING);
    }

    @Test
    void blocksWithoutAReading() {
        cluster.running('1', NOON.minusSeconds(3600), NOON);
        cluster.reports = false;

        assertThat(verdict().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void failsWhileDegradedAndShowsThePodsAsEvidence() {
        cluster.running('1', NOON.minusSeconds(3600), NOON);
        cluster.health = Health.DEGRADED;

        GateVerdict verdict = verdict();

        assertThat(verdict.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(verdict.evidence()).anyMatch(each -> each.what().equals("pod pod-1"));
    }

    private GateVerdict verdict() {
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        PromotionRule rule = new PromotionRule(STAGING, PromotionRule.Trigger.MANUAL, List.of(TEN_MINUTES));
        return new HealthGate(new LiveReleases(cluster, cluster, (_, _, _) -> Optional.empty(), clock), clock)
                .evaluate(TEN_MINUTES, new GateQuestion(promotion(), rule, RED, null));
    }

    private static Promotion promotion() {
        return new Promotion(
                new PromotionId(1),
                Promotion.Kind.PROMOTION,
                SERVICE,
                STAGING,
                new EnvironmentName("production"),
                release('1'),
                PromotionState.RUNNING,
                "ren",
                List.of(),
                List.of(),
                null,
                null,
                "",
                "",
                NOON,
                null);
    }
}
