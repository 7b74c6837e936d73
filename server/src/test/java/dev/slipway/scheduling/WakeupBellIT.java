package dev.slipway.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.support.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class WakeupBellIT {

    private final Unreliable database = new Unreliable();
    private final Counted counted = new Counted();
    private final WakeupBell bell = new WakeupBell();
    private ReconciliationScheduler scheduler;

    @BeforeEach
    void start() {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("counted", counted);
        scheduler = new ReconciliationScheduler(
                database,
                beans.getBeanProvider(Reconciliation.class),
                bell,
                new MeasuredRuns(new SimpleMeterRegistry()),
                "test");
        scheduler.start();
        endsAtLeast(1);
    }

    /** The start runs it once or twice: by itself, and woken. */
    private void endsAtLeast(int times) {
        await().untilAsserted(() -> assertThat(counted.ended.get()).isGreaterThanOrEqualTo(times));
    }

    @AfterEach
    void stop() {
        counted.mayEnd.countDown();
        scheduler.stop();
    }

    @Test
    void wakesLongBeforeTheInterval() {
        int before = counted.ended.get();

        bell.wake(counted.name());

        endsAtLeast(before + 1);
    }

    @Test
    void wakesOnceMoreWhatIsRunning() {
        int before = counted.begun.get();
        counted.mayEnd = new CountDownLatch(1);
        bell.wake(counted.name());
        await().until(() -> counted.begun.get() > before);

        bell.wake(counted.name());
        counted.mayEnd.countDown();

        endsAtLeast(before + 2);
    }

    @Test
    void losesNoWakeUpWhileTheDatabaseIsAway() {
        int before = counted.ended.get();
        database.away = true;
        bell.wake(counted.name());
        await().until(() -> database.refused.get() > 0);
        database.away = false;

        endsAtLeast(before + 1);
    }

    private static final class Counted implements Reconciliation {
        private final AtomicInteger begun = new AtomicInteger();
        private final AtomicInteger ended = new AtomicInteger();
        private volatile CountDownLatch mayEnd = new CountDownLatch(0);

        @Override
        public String name() {
            return "counted";
        }

        @Override
        public Duration interval() {
            return Duration.ofHours(1);
        }

        @Override
        public void reconcile() {
            begun.incrementAndGet();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            ended.incrementAndGet();
        }
    }

    /** Refuses only the thread that wakes: what the scheduler itself does without a database is its own affair. */
    private static final class Unreliable extends DelegatingDataSource {
        private final AtomicInteger refused = new AtomicInteger();
        private volatile boolean away;

        Unreliable() {
            super(TestDatabase.migrated().dataSource());
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (away && Thread.currentThread().getName().equals("wake-ups")) {
                refused.incrementAndGet();
                throw new SQLException("The database is away.");
            }
            return super.getConnection();
        }
    }
}
