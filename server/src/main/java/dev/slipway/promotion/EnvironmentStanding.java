package dev.slipway.promotion;

import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Release;
import org.jspecify.annotations.Nullable;

/**
 * How one environment of a service stands.
 *
 * @param live what Git says runs there; null before the first Release
 * @param first whether it is known that nothing ran before what is live, so that there is nothing to go back to
 * @param candidate what would come next; null when there is nothing newer
 * @param open the promotion under way; null when there is none
 * @param veto why what would come next may not; null when nothing is in its way
 * @param hold why nothing is promoted automatically; null without a hold
 * @param explanation why it is not promoted, in a sentence; empty when there is nothing to explain
 */
public record EnvironmentStanding(
        EnvironmentName environment,
        @Nullable Release live,
        boolean first,
        @Nullable Release candidate,
        @Nullable Veto veto,
        @Nullable Promotion open,
        @Nullable Hold hold,
        String explanation) {

    /** A stop on promotion into an environment. */
    public record Hold(String reason, String by, java.time.Instant since) {}
}
