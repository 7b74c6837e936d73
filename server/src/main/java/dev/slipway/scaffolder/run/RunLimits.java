package dev.slipway.scaffolder.run;

import dev.slipway.scaffolder.RunId;
import java.time.Duration;

/**
 * How long things may take.
 *
 * @param action one go of an action; then its thread is interrupted
 * @param step a step with all its waiting
 * @param run an attempt with all its steps
 */
record RunLimits(Limit action, Limit step, Limit run) {

    /** @param setting where it was said, for people */
    record Limit(Duration most, String setting) {
        Limit {
            if (!most.isPositive()) {
                throw new IllegalArgumentException(setting + " is not longer than nothing: write for example 30m.");
            }
        }

        @Override
        public String toString() {
            return words(most) + ", the most that one may (" + setting + ")";
        }
    }

    String actionTooLong(String id) {
        return "The action \"" + id + "\" took longer than " + action + ", and was interrupted.";
    }

    String stepTooLong(String id) {
        return "The step \"" + id + "\" has taken longer than " + step + ".";
    }

    String runTooLong(RunId id) {
        return "The run " + id + " has taken longer than " + run + ".";
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
