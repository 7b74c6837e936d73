package dev.slipway.scaffolder.run;

import dev.slipway.scaffolder.RunId;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.stereotype.Component;

/**
 * How long things may take.
 *
 * @param action one go of an action; then its thread is interrupted
 * @param step a step with all its waiting
 * @param run an attempt with all its steps
 */
@Component
record RunLimits(Duration action, Duration step, Duration run) {

    private static final String ACTION = "slipway.runs.longest-action";
    private static final String STEP = "slipway.runs.longest-step";
    private static final String RUN = "slipway.runs.longest-run";

    RunLimits {
        positive(ACTION, action);
        positive(STEP, step);
        positive(RUN, run);
    }

    @Autowired
    RunLimits(
            @Value("${" + ACTION + ":15m}") String action,
            @Value("${" + STEP + ":7d}") String step,
            @Value("${" + RUN + ":14d}") String run) {
        this(
                DurationStyle.detectAndParse(action),
                DurationStyle.detectAndParse(step),
                DurationStyle.detectAndParse(run));
    }

    private static void positive(String name, Duration limit) {
        if (!limit.isPositive()) {
            throw new IllegalArgumentException(name + " is not longer than nothing: write for example 30m.");
        }
    }

    String actionTooLong(String action) {
        return "The action \"" + action + "\" took longer than " + words(this.action) + ", the most that one may ("
                + ACTION + "), and was interrupted.";
    }

    String stepTooLong(String step) {
        return "The step \"" + step + "\" has taken longer than " + words(this.step) + ", the most that one may ("
                + STEP + ").";
    }

    String runTooLong(RunId run) {
        return "The run " + run + " has taken longer than " + words(this.run) + ", the most that one may (" + RUN
                + ").";
    }

    /** {@code 7 days}, {@code 1 hour}, {@code 90 seconds}. */
    private static String words(Duration limit) {
        long seconds = limit.toSeconds();
        if (seconds < 1) {
            return limit.toMillis() + " milliseconds";
        }
        return seconds % 86_400 == 0
                ? count(seconds / 86_400, "day")
                : seconds % 3_600 == 0
                        ? count(seconds / 3_600, "hour")
                        : seconds % 60 == 0 ? count(seconds / 60, "minute") : count(seconds, "second");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
