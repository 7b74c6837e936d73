package dev.slipway.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people say them; the browser keeps them current. */
public final class RelativeTime {

    private static final DateTimeFormatter ABSOLUTE = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private RelativeTime() {}

    /** For example {@code 5 min ago} or {@code in 2 h}. */
    public static String of(Instant at, Instant now) {
        Duration past = Duration.between(at, now);
        String amount = amount(past.abs());
        if (amount.isEmpty()) {
            return "just now";
        }
        return past.isNegative() ? "in " + amount : amount + " ago";
    }

    /** For example {@code 21 Nov 2026, 02:06:00 UTC}. */
    public static String absolute(Instant at) {
        return ABSOLUTE.format(at);
    }

    /** For example {@code 1 min 5 s}; below a second {@code 420 ms}. */
    public static String duration(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return Math.max(0, duration.toMillis()) + " ms";
        }
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return duration.toSeconds() + " s";
        }
        if (duration.compareTo(Duration.ofHours(1)) < 0) {
            return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
        }
        return duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }

    private static String amount(Duration duration) {
        if (duration.toSeconds() < 10) {
            return "";
        }
        if (duration.toSeconds() < 60) {
            return duration.toSeconds() + " s";
        }
        if (duration.toMinutes() < 60) {
            return duration.toMinutes() + " min";
        }
        if (duration.toHours() < 48) {
            return duration.toHours() + " h";
        }
        return duration.toDays() + " days";
    }
}
