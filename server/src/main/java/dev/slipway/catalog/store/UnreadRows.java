package dev.slipway.catalog.store;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The repositories that could not be read when they were last looked at. */
@Repository
public class UnreadRows {

    private final JdbcClient database;

    UnreadRows(JdbcClient database) {
        this.database = database;
    }

    /**
     * Notes that a repository cannot be read; since when stays what it was.
     *
     * @return whether that or its reason is new
     */
    public boolean add(String repository, String reason, Instant now) {
        return database.sql("""
                        insert into catalog_unread (repository, reason, since) values (?, ?, ?)
                        on conflict (repository) do update set reason = excluded.reason where catalog_unread.reason <> excluded.reason
                        """).params(repository, reason, Timestamp.from(now)).update() > 0;
    }

    public boolean contains(String repository) {
        return database.sql("select exists (select from catalog_unread where repository = ?)")
                .param(repository)
                .query(Boolean.class)
                .single();
    }

    /** Whether it was one of them. */
    public boolean remove(String repository) {
        return database.sql("delete from catalog_unread where repository = ?")
                        .param(repository)
                        .update()
                > 0;
    }
}
