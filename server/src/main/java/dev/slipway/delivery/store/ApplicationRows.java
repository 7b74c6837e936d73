package dev.slipway.delivery.store;

import dev.slipway.delivery.OperationPhase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is remembered of each application. */
@Repository
public class ApplicationRows {

    private final JdbcClient database;

    public ApplicationRows(JdbcClient database) {
        this.database = database;
    }

    public List<ApplicationRow> all() {
        return database.sql("select * from delivery_applications order by name")
                .query(ApplicationRows::read)
                .list();
    }

    public void put(ApplicationRow row) {
        database.sql("""
                        insert into delivery_applications (name, revision, fingerprint, attempted, phase, stage, message, finished_at,
                            healthy_since, observed_at, restarted_at, requested_by, cascade)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (name) do update set revision = excluded.revision, fingerprint = excluded.fingerprint,
                            attempted = excluded.attempted, phase = excluded.phase, stage = excluded.stage, message = excluded.message,
                            finished_at = excluded.finished_at, healthy_since = excluded.healthy_since,
                            observed_at = excluded.observed_at, restarted_at = excluded.restarted_at,
                            requested_by = excluded.requested_by, cascade = excluded.cascade
                        """)
                .param(row.name())
                .param(row.revision())
                .param(row.fingerprint())
                .param(row.attempted())
                .param(row.phase().name())
                .param(row.stage())
                .param(row.message())
                .param(timestamp(row.finishedAt()))
                .param(timestamp(row.healthySince()))
                .param(timestamp(row.observedAt()))
                .param(timestamp(row.restartedAt()))
                .param(row.requestedBy())
                .param(row.cascade())
                .update();
    }

    /** Keeps the time of the newest look at all applications: what lies between it and a start was not observed. */
    public void observed(Instant at) {
        database.sql("update delivery_applications set observed_at = ?")
                .param(Timestamp.from(at))
                .update();
    }

    public void remove(String name) {
        database.sql("delete from delivery_applications where name = ?")
                .param(name)
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static ApplicationRow read(ResultSet row, int number) throws SQLException {
        return new ApplicationRow(
                row.getString("name"),
                row.getString("revision"),
                row.getString("fingerprint"),
                row.getString("attempted"),
                OperationPhase.valueOf(row.getString("phase")),
                row.getString("stage"),
                row.getString("message"),
                instant(row, "finished_at"),
                instant(row, "healthy_since"),
                instant(row, "observed_at"),
                instant(row, "restarted_at"),
                row.getString("requested_by"),
                row.getBoolean("cascade"));
    }
}
