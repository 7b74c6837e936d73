package dev.slipway.desiredstate.impact;

import dev.slipway.gitops.impact.ImpactReport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a comparison is.
 *
 * @param report null unless it is done
 * @param problem why it cannot be made; null unless it failed
 * @param at when it got into this state
 */
public record StoredImpact(
        Comparison comparison,
        State state,
        @Nullable ImpactReport report,
        @Nullable String problem,
        Instant at) {

    /** Its life. */
    public enum State {
        COMPUTING,
        DONE,
        FAILED
    }

    /** Whether it says everything: made later, the others may come to something else. */
    boolean isWhole() {
        return report != null && report.unknown() == 0;
    }

    static StoredImpact done(Comparison comparison, ImpactReport report, Instant at) {
        return new StoredImpact(comparison, State.DONE, report, null, at);
    }

    static StoredImpact failed(Comparison comparison, String problem, Instant at) {
        return new StoredImpact(comparison, State.FAILED, null, problem, at);
    }
}
