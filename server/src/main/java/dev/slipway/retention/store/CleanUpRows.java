package dev.slipway.retention.store;

import dev.slipway.retention.CleanUp;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code retention_clean_ups}. */
@Repository
public class CleanUpRows {

    private final JdbcClient database;
    private final JsonMapper json;

    CleanUpRows(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Adds one unless another has not ended yet; returns the one that is open now. */
    public CleanUp request(String account, Instant now) {
        database.sql(
                        "insert into retention_clean_ups (requested_by, requested_at) values (?, ?) on conflict do nothing")
                .params(account, Timestamp.from(now))
                .update();
        return open().or(() -> newest(1).stream().findFirst()).orElseThrow();
    }

    public Optional<CleanUp> open() {
        return database.sql("select * from retention_clean_ups where finished_at is null")
                .query(this::cleanUp)
                .optional();
    }

    public List<CleanUp> newest(int limit) {
        return database.sql("select * from retention_clean_ups order by id desc limit ?")
                .param(limit)
                .query(this::cleanUp)
                .list();
    }

    public Optional<CleanUp> newestFinished() {
        return database.sql("select * from retention_clean_ups where finished_at is not null order by id desc limit 1")
                .query(this::cleanUp)
                .optional();
    }

    public void started(long id, Instant now) {
        database.sql("update retention_clean_ups set started_at = coalesce(started_at, ?) where id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    public void remember(long id, List<CleanUp.Result> results) {
        database.sql("update retention_clean_ups set results = ?::jsonb where id = ?")
                .params(json.writeValueAsString(results), id)
                .update();
    }

    /** Ends it, and forgets all but the newest. */
    public void finished(long id, Instant now, int kept) {
        database.sql("update retention_clean_ups set finished_at = ? where id = ?")
                .params(Timestamp.from(now), id)
                .update();
        database.sql("delete from retention_clean_ups where id <= ? - ?")
                .params(id, kept)
                .update();
    }

    private CleanUp cleanUp(ResultSet row, int number) throws SQLException {
        return new CleanUp(
                row.getLong("id"),
                row.getString("requested_by"),
                row.getTimestamp("requested_at").toInstant(),
                instant(row.getTimestamp("started_at")),
                instant(row.getTimestamp("finished_at")),
                json.readValue(row.getString("results"), new TypeReference<List<CleanUp.Result>>() {}));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
