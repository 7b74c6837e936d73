package dev.slipway.scaffolder.run;

import dev.slipway.scaffolder.RunId;
import dev.slipway.scaffolder.store.NewLines;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * What the steps of a run say, on its way to PostgreSQL: lines that come close together are written together, the latest {@link
 * #LONGEST} after the first. A process that is killed loses no more than that. Lines that cannot be written stay, and whoever adds
 * one or flushes gets the failure.
 */
final class LogLines implements AutoCloseable {

    static final Duration LONGEST = Duration.ofMillis(100);

    private static final int MOST = 500;
    private static final Logger LOG = LoggerFactory.getLogger(LogLines.class);
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("run-log").daemon().factory());

    private final RunId run;
    private final Journals journals;
    private final List<NewLines.Line> waiting = new ArrayList<>();

    LogLines(RunId run, Journals journals) {
        this.run = run;
        this.journals = journals;
    }

    synchronized void add(String step, String text) {
        waiting.add(new NewLines.Line(step, Timestamp.from(journals.clock().instant()), text));
        if (waiting.size() >= MOST) {
            flush();
        } else if (waiting.size() == 1) {
            var _ = CLOCK.schedule(
                    () -> Thread.startVirtualThread(this::due), LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void due() {
        try {
            flush();
        } catch (DataAccessException e) {
            LOG.warn("The log of run {} could not be written yet: {}", run, e.getMessage());
        }
    }

    /** Writes what has been added so far. */
    synchronized void flush() {
        if (!waiting.isEmpty()) {
            journals.write(run, new NewLines(waiting));
            waiting.clear();
        }
    }

    @Override
    public void close() {
        flush();
    }
}
