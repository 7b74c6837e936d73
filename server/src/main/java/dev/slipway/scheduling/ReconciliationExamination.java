package dev.slipway.scheduling;

import dev.slipway.operations.Examination;
import dev.slipway.operations.Finding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What runs again and again does so, and ends well. */
@Component
class ReconciliationExamination implements Examination {

    private static final Duration LATE = Duration.ofMinutes(2);

    private final JdbcClient database;
    private final Clock clock;

    ReconciliationExamination(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Task(String name, boolean running, Instant due, int failures) {}

    @Override
    public List<Finding> examine() {
        List<Task> tasks = database.sql(
                        "select task_name, picked, execution_time, coalesce(consecutive_failures, 0) from scheduled_tasks order by 1")
                .query((row, _) -> new Task(
                        row.getString(1),
                        row.getBoolean(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getInt(4)))
                .list();
        List<Finding> findings = new ArrayList<>();
        for (Task task : tasks) {
            if (task.failures() > 0) {
                findings.add(Finding.problem(
                        task.name(),
                        "The last " + task.failures() + " runs failed.",
                        "The log says why; it is tried again at " + task.due() + "."));
            } else if (!task.running() && task.due().plus(LATE).isBefore(clock.instant())) {
                findings.add(Finding.problem(
                        task.name(), "It was due at " + task.due() + " and has not run.", "Restart Slipway."));
            }
        }
        if (findings.isEmpty()) {
            findings.add(Finding.good("Reconciliations", tasks.size() + " run as planned."));
        }
        return findings;
    }
}
