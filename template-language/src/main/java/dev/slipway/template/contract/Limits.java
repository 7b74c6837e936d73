package dev.slipway.template.contract;

/**
 * What one evaluation may use at most, so that no template hangs or exhausts the process.
 *
 * @param steps evaluated nodes, loop rounds and examined characters of regular expressions
 * @param depth of nested expressions and tags
 * @param output characters of the output, and of any one text made on the way
 */
public record Limits(long steps, int depth, int output) {

    public static final Limits STANDARD = new Limits(2_000_000, 200, 8 << 20);

    public Limits {
        if (steps < 1 || depth < 1 || output < 1) {
            throw new IllegalArgumentException("Each limit must be at least 1.");
        }
    }
}
