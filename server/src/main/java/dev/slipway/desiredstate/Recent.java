package dev.slipway.desiredstate;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import dev.slipway.platform.PlatformDefinition;
import java.time.Duration;

/**
 * What is known within a moment of something that takes seconds to find out where there are thousands of Applications.
 *
 * @param <V> what is found out
 */
public sealed interface Recent<V> {

    /** How long a page waits. */
    Duration MOMENT = Duration.ofMillis(500);

    /** How long REST waits: who asks there wants the newest rather than the fastest answer. */
    Duration PATIENCE = Duration.ofSeconds(5);

    /** There is no desired state yet. */
    record Nothing<V>() implements Recent<V> {}

    /** It is being found out for the first time since the start; live updates say when that is done. */
    record Reading<V>() implements Recent<V> {}

    /**
     * The newest there is.
     *
     * @param desired what was looked into, by this definition
     * @param newest whether that is the newest commit of main; false while a newer one is being read
     */
    record Known<V>(Desired desired, PlatformDefinition definition, V value, boolean newest) implements Recent<V> {}

    /** @throws ProblemException with UNAVAILABLE when there is nothing yet */
    default Known<V> orUnavailable() {
        return switch (this) {
            case Known<V> known -> known;
            case Reading<V> _ ->
                throw unavailable("The platform repository is being read for the first time since the start.");
            case Nothing<V> _ ->
                throw unavailable("The platform repository has not been read: there is no valid platform.yaml yet.");
        };
    }

    private static ProblemException unavailable(String why) {
        return new ProblemException(ProblemCode.UNAVAILABLE, Problem.of(why).next("Ask again in a moment."));
    }
}
