package dev.slipway.delivery.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** When a schedule is due. */
class CronScheduleTest {

    @Test
    void isDueOnceItsTimeHasCome() {
        assertThat(due("30 6 * * *", "2026-03-04T06:29:00Z", "2026-03-04T06:30:00Z"))
                .isTrue();
        assertThat(due("30 6 * * *", "2026-03-04T06:30:00Z", "2026-03-04T06:31:00Z"))
                .isFalse();
    }

    @Test
    void meansEitherDayWhereBothAreRestricted() {
        String thirteenthOrFriday = "0 0 13 * 5";

        assertThat(due(thirteenthOrFriday, "2026-03-05T12:00:00Z", "2026-03-06T12:00:00Z"))
                .as("a Friday")
                .isTrue();
        assertThat(due(thirteenthOrFriday, "2026-04-12T12:00:00Z", "2026-04-13T12:00:00Z"))
                .as("a Monday, the 13th")
                .isTrue();
        assertThat(due(thirteenthOrFriday, "2026-03-03T12:00:00Z", "2026-03-04T12:00:00Z"))
                .isFalse();
    }

    @Test
    void knowsTheNamedSchedules() {
        assertThat(due("@hourly", "2026-03-04T06:59:00Z", "2026-03-04T07:00:00Z"))
                .isTrue();
    }

    @Test
    void countsInItsTimeZone() {
        CronSchedule schedule = CronSchedule.of("0 9 * * *").orElseThrow();

        assertThat(schedule.due(
                        Instant.parse("2026-07-01T06:59:00Z"),
                        Instant.parse("2026-07-01T07:00:00Z"),
                        ZoneId.of("Europe/Berlin")))
                .isTrue();
    }

    @Test
    void knowsNonsense() {
        assertThat(CronSchedule.of("every day")).isEmpty();
        assertThat(CronSchedule.of("0 0 0 * * *")).isEmpty();
        assertThat(CronSchedule.of("")).isEmpty();
    }

    private static boolean due(String schedule, String after, String until) {
        return CronSchedule.of(schedule).orElseThrow().due(Instant.parse(after), Instant.parse(until), ZoneOffset.UTC);
    }
}
