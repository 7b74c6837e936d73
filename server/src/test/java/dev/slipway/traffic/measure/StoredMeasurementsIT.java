package dev.slipway.traffic.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.support.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class StoredMeasurementsIT {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static JdbcClient jdbc;

    private final SettableClock clock = new SettableClock();
    private final Recorder recorder = new Recorder(clock);
    private final StoredMeasurements measurements = new StoredMeasurements(recorder, new MeasurementStore(jdbc), clock);
    private final String application = "shop-" + System.nanoTime();

    @BeforeAll
    static void database() {
        jdbc = JdbcClient.create(TestDatabase.migrated().dataSource());
    }

    private static final class SettableClock extends Clock {
        Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private void serve(int status, long millis) {
        recorder.record(application, status, Duration.ofMillis(millis));
    }

    private long requests(Instant from) {
        return measurements
                .between(application, from, clock.now.plusSeconds(60))
                .requests();
    }

    @Test
    void knowsTheLastRequestWhereverItIsCounted() {
        serve(200, 10);
        assertThat(measurements.lastRequests(START)).containsEntry(application, START);

        clock.now = START.plusSeconds(60);
        measurements.reconcile();

        assertThat(measurements.lastRequests(START)).containsEntry(application, START);
        assertThat(measurements.lastRequests(START.plusSeconds(10))).doesNotContainKey(application);
    }

    @Test
    void countsRequestsErrorsAndLatenciesAtOnce() {
        serve(200, 10);
        serve(404, 10);
        serve(503, 10);

        var window = measurements.between(application, START, START.plusSeconds(1));

        assertThat(window.requests()).isEqualTo(3);
        assertThat(window.errors()).isEqualTo(1);
        assertThat(window.p99()).isBetween(9.0, 11.0);
    }

    @Test
    void countsWhatWasStoredAndWhatIsStillInMemoryOnce() {
        serve(200, 5);
        clock.now = START.plusSeconds(15);
        serve(200, 5);
        measurements.reconcile();
        measurements.reconcile();
        serve(500, 5);

        assertThat(requests(START)).isEqualTo(3);
        assertThat(requests(START.plusSeconds(10))).isEqualTo(2);
    }

    @Test
    void anotherProcessAddsToTheSameWindow() {
        serve(200, 5);
        measurements.stop();
        Recorder next = new Recorder(clock);
        StoredMeasurements afterRestart = new StoredMeasurements(next, new MeasurementStore(jdbc), clock);
        next.record(application, 200, Duration.ofMillis(5));
        afterRestart.stop();

        assertThat(requests(START)).isEqualTo(2);
    }

    @Test
    void forgetsWhatIsOlderThanADay() {
        serve(200, 5);
        measurements.stop();

        clock.now = START.plus(Duration.ofHours(25));
        measurements.reconcile();

        assertThat(requests(START)).isZero();
    }

    @Test
    void hasNoLatenciesWithoutRequests() {
        assertThat(measurements.between(application, START, clock.now).p50()).isNaN();
    }
}
