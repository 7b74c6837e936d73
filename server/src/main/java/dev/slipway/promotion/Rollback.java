package dev.slipway.promotion;

import org.jspecify.annotations.Nullable;

/**
 * A wish to go back, as somebody made it who saw what was live.
 *
 * @param from the Release that is left; null for whatever is live
 * @param to the Release that is gone back to; null for whatever ran before
 * @param reason a sentence for those who read the history
 */
public record Rollback(@Nullable String from, @Nullable String to, String reason) {

    /** From whatever is live to whatever ran before. */
    public static Rollback because(String reason) {
        return new Rollback(null, null, reason);
    }
}
