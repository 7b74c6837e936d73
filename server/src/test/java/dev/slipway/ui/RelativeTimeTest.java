package dev.slipway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RelativeTimeTest {

    private static final Instant NOW = Instant.parse("2026-11-21T02:06:00Z");

    @Test
    void countsInTheUnitThatPeopleWouldUse() {
        assertThat(RelativeTime.of(NOW.minusSeconds(3), NOW)).isEqualTo("just now");
        assertThat(RelativeTime.of(NOW.minusSeconds(59), NOW)).isEqualTo("59 s ago");
        assertThat(RelativeTime.of(NOW.minusSeconds(61), NOW)).isEqualTo("1 min ago");
        assertThat(RelativeTime.of(NOW.plus(Duration.ofHours(47)), NOW)).isEqualTo("in 47 h");
        assertThat(RelativeTime.of(NOW.minus(Duration.ofDays(2)), NOW)).isEqualTo("2 days ago");
    }
}
