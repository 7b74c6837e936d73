package dev.slipway.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long something is kept.
 *
 * @param days at least 1; 0 for ever
 */
public record RetentionPeriod(int days) {

    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,4})d|0|forever");

    public RetentionPeriod {
        if (days < 0) {
            throw new IllegalArgumentException("A period of " + days + " days is none.");
        }
    }

    /** Reads {@code 90d}, or {@code forever} ({@code 0} means the same). */
    public static RetentionPeriod valueOf(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no period: write days as in 90d, or forever.");
        }
        return new RetentionPeriod(matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1)));
    }

    /** What is older than this may go; empty when nothing ever may. */
    public Optional<Instant> cutoff(Instant now) {
        return days == 0 ? Optional.empty() : Optional.of(now.minus(Duration.ofDays(days)));
    }

    @Override
    public String toString() {
        return switch (days) {
            case 0 -> "for ever";
            case 1 -> "1 day";
            default -> days + " days";
        };
    }
}
