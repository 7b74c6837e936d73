package dev.slipway.gotemplate;

import java.time.Duration;

/**
 * What one execution may use up, the templates that its functions execute included.
 *
 * @param steps nodes walked and operands evaluated
 * @param characters of all texts and data that are made, though they are not kept: what an element of a list or an entry of a map counts
 *     as is told at {@link Call}. A quarter of them may be made at once: as one text, or by one function
 * @param depth templates executing within templates; 200 fit on an ordinary thread's stack, more may not and end as well
 * @param time from the start of the execution, looked at before each function and every few hundred steps
 */
public record Limits(long steps, long characters, int depth, Duration time) {

    private static final Limits USUAL = new Limits(20_000_000, 40_000_000, 200, Duration.ofSeconds(30));

    public Limits {
        if (steps < 1 || characters < 1 || depth < 1 || !time.isPositive()) {
            throw new IllegalArgumentException("limits of templates must be positive");
        }
    }

    /** Far above what charts need, and far below the heap that Slipway is given, whatever is made of so many characters. */
    public static Limits usual() {
        return USUAL;
    }

    /** How many characters may be made at once. */
    public long atOnce() {
        return Math.max(1, characters / 4);
    }

    public Limits withCharacters(long other) {
        return new Limits(steps, other, depth, time);
    }
}
