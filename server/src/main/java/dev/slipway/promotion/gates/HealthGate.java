package dev.slipway.promotion.gates;

import dev.slipway.platform.GateDefinition;
import dev.slipway.promotion.GateVerdict;
import dev.slipway.promotion.GateVerdict.Evidence;
import dev.slipway.promotion.GateVerdict.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The Release has been healthy where it comes from for a while; any flap starts the while again. */
@Component
class HealthGate {

    private final LiveReleases releases;
    private final Clock clock;

    HealthGate(LiveReleases releases, Clock clock) {
        this.releases = releases;
        this.clock = clock;
    }

    GateVerdict evaluate(GateDefinition.Health gate, GateQuestion question) {
        Liveness liveness = releases.of(
                question.promotion().service(),
                question.rule().from(),
                question.promotion().release());
        return switch (liveness) {
            case Liveness.Live live -> timed(gate, question, live);
            case Liveness.NotYet notYet ->
                verdict(gate, question, Verdict.WAITING, notYet.reason(), notYet.evidence(), null);
            case Liveness.Broken broken ->
                verdict(gate, question, Verdict.FAIL, broken.reason(), broken.evidence(), null);
            case Liveness.Unknown unknown ->
                verdict(gate, question, Verdict.UNKNOWN, unknown.reason(), unknown.evidence(), null);
        };
    }

    private GateVerdict timed(GateDefinition.Health gate, GateQuestion question, Liveness.Live live) {
        Instant earliest = live.since().plus(gate.period());
        Duration so = Duration.between(live.since(), clock.instant());
        return clock.instant().isBefore(earliest)
                ? verdict(
                        gate,
                        question,
                        Verdict.WAITING,
                        "Healthy for " + words(so) + " of " + words(gate.period()) + ".",
                        live.evidence(),
                        earliest)
                : verdict(gate, question, Verdict.PASS, "Healthy for " + words(so) + ".", live.evidence(), null);
    }

    private GateVerdict verdict(
            GateDefinition.Health gate,
            GateQuestion question,
            Verdict verdict,
            String reason,
            List<Evidence> evidence,
            @Nullable Instant earliest) {
        String definition = "healthy in " + question.rule().from() + " for " + words(gate.period());
        return new GateVerdict(gate.key(), definition, verdict, reason, evidence, clock.instant(), earliest);
    }

    /** {@code 1h 5m}, {@code 42s}. */
    static String words(Duration duration) {
        String text = (duration.toHours() > 0 ? duration.toHours() + "h " : "")
                + (duration.toMinutesPart() > 0 ? duration.toMinutesPart() + "m " : "")
                + (duration.toSecondsPart() > 0 ? duration.toSecondsPart() + "s" : "");
        return text.isBlank() ? "0s" : text.strip();
    }
}
