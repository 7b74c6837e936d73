package dev.slipway.promotion.gates;

import dev.slipway.delivery.ApplicationState;
import dev.slipway.promotion.GateVerdict.Evidence;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Whether a Release runs in an environment, as the live state shows it. */
public sealed interface Liveness {

    List<Evidence> evidence();

    /** Synced, finished, healthy, and the pods run its digests, all without interruption since then. */
    record Live(Instant since, ApplicationState state, List<Evidence> evidence) implements Liveness {

        /** The same from a later time, in which this Release was seen. */
        Live from(Instant seen) {
            List<Evidence> with = new ArrayList<>(evidence);
            with.add(new Evidence(
                    "Release", "synced at " + seen.truncatedTo(ChronoUnit.SECONDS), "promotions", state.observedAt()));
            return new Live(seen, state, List.copyOf(with));
        }
    }

    /** On its way. */
    record NotYet(String reason, List<Evidence> evidence) implements Liveness {}

    /** It runs into trouble. */
    record Broken(String reason, List<Evidence> evidence) implements Liveness {}

    /** No reading, a stale one, or one of something else. */
    record Unknown(String reason, List<Evidence> evidence) implements Liveness {}
}
