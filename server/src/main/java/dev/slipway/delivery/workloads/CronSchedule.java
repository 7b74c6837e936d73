package dev.slipway.delivery.workloads;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.scheduling.support.CronExpression;

/**
 * Kubernetes' schedules: five fields, or {@code @hourly} and the like. Where both day of month and day of week are restricted,
 * a day that fits either of them is meant (crontab(5)); Spring's expressions would ask for both.
 */
record CronSchedule(List<CronExpression> either) {

    private static final int FIELDS = 5;
    private static final int DAY_OF_MONTH = 2;
    private static final int DAY_OF_WEEK = 4;

    static Optional<CronSchedule> of(String text) {
        List<String> expressions =
                text.startsWith("@") ? List.of(text) : expressions(text.strip().split("\\s+", -1));
        return !expressions.isEmpty() && expressions.stream().allMatch(CronExpression::isValidExpression)
                ? Optional.of(new CronSchedule(
                        expressions.stream().map(CronExpression::parse).toList()))
                : Optional.empty();
    }

    private static List<String> expressions(String[] fields) {
        if (fields.length != FIELDS) {
            return List.of();
        }
        String whole = "0 " + String.join(" ", fields);
        if (open(fields[DAY_OF_MONTH]) || open(fields[DAY_OF_WEEK])) {
            return List.of(whole);
        }
        String minutesAndHours = "0 " + fields[0] + " " + fields[1];
        String month = fields[DAY_OF_MONTH + 1];
        return List.of(
                minutesAndHours + " " + fields[DAY_OF_MONTH] + " " + month + " *",
                minutesAndHours + " * " + month + " " + fields[DAY_OF_WEEK]);
    }

    private static boolean open(String field) {
        return field.startsWith("*") || field.equals("?");
    }

    /** Whether it was due after the one time and not after the other. */
    boolean due(Instant after, Instant until, ZoneId zone) {
        return either.stream()
                .map(each -> each.next(after.atZone(zone)))
                .filter(Objects::nonNull)
                .map(ZonedDateTime::toInstant)
                .anyMatch(next -> !next.isAfter(until));
    }
}
