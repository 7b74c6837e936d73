package dev.slipway.scheduling;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes a recurring task of db-scheduler of each {@link Reconciliation}; starts after, and stops before, everything else. */
@Component
class ReconciliationScheduler implements SmartLifecycle {

    private static final Duration POLLING = Duration.ofMillis(500);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
    private static final int THREADS = 12;

    private final DataSource dataSource;
    private final ObjectProvider<Reconciliation> reconciliations;
    private final WakeupBell bell;
    private final MeasuredRuns runs;
    private final String instance;
    private @Nullable Scheduler scheduler;

    /** @param instance stable name of this installation's process: two processes never share one */
    ReconciliationScheduler(
            DataSource dataSource,
            ObjectProvider<Reconciliation> reconciliations,
            WakeupBell bell,
            MeasuredRuns runs,
            @Value("${slipway.instance:slipway}") String instance) {
        this.dataSource = dataSource;
        this.reconciliations = reconciliations;
        this.bell = bell;
        this.runs = runs;
        this.instance = instance;
    }

    @Override
    public void start() {
        releaseWhatAKilledProcessHeld();
        List<RecurringTask<Void>> tasks =
                reconciliations.stream().map(this::task).toList();
        Scheduler started = Scheduler.create(dataSource)
                .startTasks(tasks)
                .schedulerName(new SchedulerName.Fixed(instance))
                .threads(THREADS)
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .shutdownMaxWait(LONGEST_STOP)
                .build();
        started.start();
        scheduler = started;
        bell.connect(started);
        tasks.forEach(task -> bell.wake(task.getName()));
    }

    /** A stale row of this very instance would otherwise wait for its missed heartbeats. */
    private void releaseWhatAKilledProcessHeld() {
        JdbcClient.create(dataSource)
                .sql(
                        "update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null where picked_by = ?")
                .param(instance)
                .update();
    }

    private RecurringTask<Void> task(Reconciliation reconciliation) {
        return Tasks.recurring(reconciliation.name(), FixedDelay.of(reconciliation.interval()))
                .execute((task, context) -> runs.run(reconciliation));
    }

    @Override
    public void stop() {
        bell.disconnect();
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
