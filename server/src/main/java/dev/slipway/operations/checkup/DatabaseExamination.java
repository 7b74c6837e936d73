package dev.slipway.operations.checkup;

import dev.slipway.operations.Examination;
import dev.slipway.operations.Finding;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** PostgreSQL answers, and how fast. */
@Component
class DatabaseExamination implements Examination {

    private static final String SUBJECT = "PostgreSQL";
    private static final double SLOW_MILLIS = 50;
    private static final double NANOS = 1e6;
    private static final int TRIES = 5;

    private final JdbcClient database;

    DatabaseExamination(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Finding> examine() {
        String version = database.sql("show server_version").query(String.class).single();
        String size = database.sql("select pg_size_pretty(pg_database_size(current_database()))")
                .query(String.class)
                .single();
        double millis = fastest();
        String said =
                String.format(Locale.ROOT, "Version %s answers within %.1f ms and holds %s.", version, millis, size);
        return List.of(
                millis < SLOW_MILLIS
                        ? Finding.good(SUBJECT, said)
                        : Finding.warning(
                                SUBJECT,
                                said,
                                "Every page asks it several times: look at its machine and the way there."));
    }

    private double fastest() {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            long began = System.nanoTime();
            var _ = database.sql("select 1").query(Integer.class).single();
            fastest = Math.min(fastest, System.nanoTime() - began);
        }
        return fastest / NANOS;
    }
}
