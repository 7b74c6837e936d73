package dev.slipway.gotemplate;

import java.time.Duration;

/**
 * What one execution may use up, the templates that its functions execute included.
 *
 * @param steps nodes walked and operands evaluated
 * @param characters written and returned by functions, all together
 * @param depth templates executing within templates; 200 fit on an ordinary thread's stack, more may not and end as well
 * @param time from the start of the execution, looked at before each function and every few hundred steps
 */
public record Limits(long steps, long characters, int depth, Duration time) {

    private static final Limits USUAL = new Limits(20_000_000, 100_000_000, 200, Duration.ofSeconds(30));

    public Limits {
        if (steps < 1 || characters < 1 || depth < 1 || !time.isPositive()) {
            throw new IllegalArgumentException("limits of templates must be positive");
        }
    }

    /** Far above what charts need. */
    public static Limits usual() {
        return USUAL;
    }
}
