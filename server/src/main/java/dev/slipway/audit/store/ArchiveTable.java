package dev.slipway.audit.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code audit_archives}, and the entries that leave for it. */
@Component
class ArchiveTable {

    private final JdbcClient database;

    ArchiveTable(JdbcClient database) {
        this.database = database;
    }

    List<Archive> oldestFirst() {
        return database.sql("select * from audit_archives order by first_number")
                .query((row, _) -> new Archive(
                        row.getLong("first_number"),
                        row.getLong("last_number"),
                        row.getString("previous_hash"),
                        row.getString("last_hash"),
                        row.getString("file"),
                        row.getString("sha256")))
                .list();
    }

    /** Moves its entries out of the table, in the caller's transaction; says how many there were. */
    int replaceEntries(Archive archive, Instant at) {
        database.sql("""
                        insert into audit_archives (first_number, last_number, previous_hash, last_hash, file, sha256, at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        archive.first(),
                        archive.last(),
                        archive.previousHash(),
                        archive.lastHash(),
                        archive.file(),
                        archive.sha256(),
                        Timestamp.from(at))
                .update();
        return database.sql("delete from audit_entries where number between ? and ?")
                .params(archive.first(), archive.last())
                .update();
    }

    /**
     * The last entry before the first one from this time on, or before the newest one of all, which always stays: the next
     * entry is chained to it. Less than {@code first} when nothing is to go.
     */
    long lastBefore(long first, Instant time) {
        return database.sql("""
                        select coalesce(
                            (select min(number) from audit_entries where number >= :first and at >= :time),
                            (select max(number) from audit_entries)) - 1
                        """)
                .param("first", first)
                .param("time", Timestamp.from(time))
                .query(Long.class)
                .single();
    }

    /** How much room the entries take in the table. */
    long bytes(long first, long last) {
        return database.sql("""
                        select coalesce(sum(pg_column_size(entry.*)), 0) from audit_entries entry where number between ? and ?
                        """).params(first, last).query(Long.class).single();
    }
}
