package dev.slipway.scheduling;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Moves a task's next run to now; one that is running is asked again until it has ended. No wake-up is lost while the process lives. */
@Component
class WakeupBell implements Wakeups {

    private static final Logger LOG = LoggerFactory.getLogger(WakeupBell.class);
    private static final long RETRY_MILLIS = 30;
    private static final long FAILURE_MILLIS = 1_000;

    private final Set<String> pending = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Connection connection;

    private record Connection(Scheduler scheduler, ScheduledExecutorService ringer) {}

    void connect(Scheduler scheduler) {
        connection = new Connection(
                scheduler,
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("wake-ups").daemon().factory()));
    }

    void disconnect() {
        Connection last = connection;
        connection = null;
        pending.clear();
        if (last != null) {
            last.ringer().shutdownNow();
        }
    }

    @Override
    public void wake(String name) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    ringSoon(name, 0);
                }
            });
        } else {
            ringSoon(name, 0);
        }
    }

    private void ringSoon(String name, long delayMillis) {
        Connection current = connection;
        if (current != null && pending.add(name)) {
            var _ = current.ringer().schedule(() -> ring(current, name), delayMillis, TimeUnit.MILLISECONDS);
        }
    }

    private void ring(Connection current, String name) {
        pending.remove(name);
        try {
            current.scheduler().reschedule(TaskInstanceId.of(name, RecurringTask.INSTANCE), Instant.now());
            current.scheduler().triggerCheckForDueExecutions();
        } catch (TaskInstanceCurrentlyExecutingException _) {
            ringSoon(name, RETRY_MILLIS);
        } catch (TaskInstanceNotFoundException _) {
            LOG.warn("Nothing is called \"{}\" that could be woken.", name);
        } catch (RuntimeException e) { // the database does not answer, or somebody else has moved the run
            LOG.debug("\"{}\" could not be woken, which is tried again.", name, e);
            ringSoon(name, FAILURE_MILLIS);
        }
    }
}
