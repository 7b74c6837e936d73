package dev.slipway.git.mirrors;

import dev.slipway.git.Mirror;
import dev.slipway.kernel.RepositoryRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is mirrored, and when each is due. */
@Component
class MirrorTable {

    private static final String COLUMNS =
            "select url, repository, secret, fetched_at, due_at, failure, failures from git_mirrors ";

    private final JdbcClient database;
    private final Clock clock;

    MirrorTable(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A mirror with what only fetching needs.
     *
     * @param failures in a row
     */
    record Row(Mirror mirror, @Nullable String secret, int failures) {}

    /** Notes that somebody asked for it; a new one, or one whose secret is another, is due at once. */
    void want(MirrorAddress address, @Nullable String secret) {
        database.sql("""
                        insert into git_mirrors (url, repository, secret, wanted_at, due_at) values (?, ?, ?, ?, ?)
                        on conflict (url) do update set wanted_at = excluded.wanted_at, secret = excluded.secret,
                          due_at = case when git_mirrors.secret is distinct from excluded.secret
                                        then excluded.due_at else git_mirrors.due_at end
                        """)
                .param(address.url())
                .param(address.repository().toString())
                .param(secret)
                .param(now())
                .param(now())
                .update();
    }

    Optional<Row> find(MirrorAddress address) {
        return database.sql(COLUMNS + "where url = ?")
                .param(address.url())
                .query(MirrorTable::row)
                .optional();
    }

    List<Row> all() {
        return database.sql(COLUMNS + "order by url").query(MirrorTable::row).list();
    }

    List<Row> due() {
        return database.sql(COLUMNS + "where due_at <= ? order by due_at")
                .param(now())
                .query(MirrorTable::row)
                .list();
    }

    boolean hasten(MirrorAddress address) {
        return database.sql("update git_mirrors set due_at = ? where url = ?")
                        .params(now(), address.url())
                        .update()
                > 0;
    }

    /** @param began when fetching began: who hastened it since is owed another */
    void fetched(String url, Duration every, Instant began) {
        database.sql("""
                        update git_mirrors set fetched_at = ?, failure = null, failures = 0,
                          due_at = case when due_at > ? then due_at else ? end
                        where url = ?
                        """)
                .params(now(), began.atOffset(ZoneOffset.UTC), now().plus(every), url)
                .update();
    }

    void failed(String url, String reason, Duration pause) {
        database.sql("update git_mirrors set failure = ?, failures = failures + 1, due_at = ? where url = ?")
                .params(reason, now().plus(pause), url)
                .update();
    }

    List<Row> unwantedFor(Duration time) {
        return database.sql(COLUMNS + "where wanted_at < ?")
                .param(now().minus(time))
                .query(MirrorTable::row)
                .list();
    }

    void drop(String url) {
        database.sql("delete from git_mirrors where url = ?").param(url).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Mirror mirror = new Mirror(
                row.getString("url"),
                RepositoryRef.parse(row.getString("repository")),
                instant(row.getObject("fetched_at", OffsetDateTime.class)),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getString("failure"));
        return new Row(mirror, row.getString("secret"), row.getInt("failures"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
