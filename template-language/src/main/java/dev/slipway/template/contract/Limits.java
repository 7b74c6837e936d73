package dev.slipway.template.contract;

import java.time.Duration;

/**
 * What one evaluation may use at most, so that no template hangs or exhausts the process.
 *
 * @param steps evaluated nodes, loop rounds, items that filters look at, moves of regular expressions, and one for each 32 characters
 *     of every text made on the way
 * @param depth of nested expressions, tags and calls of macros
 * @param output characters of the output, and of any one text made on the way
 * @param time that may pass
 */
public record Limits(long steps, int depth, int output, Duration time) {

    public static final Limits STANDARD = new Limits(2_000_000, 200, 8 << 20, Duration.ofSeconds(10));

    public Limits {
        if (steps < 1 || depth < 1 || output < 1 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("Each limit must be at least 1.");
        }
    }
}
