package dev.slipway.traffic.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void knowsEveryLatencyWithinSevenPercent() {
        for (long micros = 20; micros < 3_000_000_000L; micros = micros * 3 / 2) {
            assertThat(Latencies.middle(Latencies.bucket(micros))).isCloseTo(micros, Percentage.withPercentage(7));
        }
    }

    @Test
    void bucketsFollowEachOtherWithoutGaps() {
        for (long micros = 1; micros < 100_000; micros++) {
            assertThat(Latencies.bucket(micros) - Latencies.bucket(micros - 1)).isBetween(0, 1);
        }
    }

    @Test
    void findsPercentiles() {
        Latencies latencies = new Latencies();
        for (int millis = 1; millis <= 100; millis++) {
            latencies.add(Duration.ofMillis(millis));
        }

        assertThat(latencies.percentile(0.5)).isCloseTo(50, within(4.0));
        assertThat(latencies.percentile(0.99)).isCloseTo(99, within(7.0));
    }

    @Test
    void hasNoPercentileWithoutSamples() {
        assertThat(new Latencies().percentile(0.5)).isNaN();
    }

    @Test
    void countsNegativeAndEndlessLatenciesAtTheEdges() {
        Latencies latencies = new Latencies();
        latencies.add(Duration.ofMillis(-1));
        latencies.add(Duration.ofDays(1));

        assertThat(latencies.percentile(0)).isZero();
        assertThat(latencies.percentile(1)).isCloseTo(3_600_000, Percentage.withPercentage(7));
    }
}
