package dev.slipway.audit.store;

import dev.slipway.audit.AuditEntry;
import dev.slipway.audit.AuditQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code audit_entries}. */
@Component
class AuditTable {

    /** One number for all who append; it is nobody else's. */
    private static final long LOCK = 0x51_1b_a0_01L;

    private static final String COLUMNS = "number, at, account, actor, action, subject, details, hash";

    private final JdbcClient database;
    private final JsonMapper json;

    AuditTable(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Lets one transaction at a time append; held until it ends. */
    void lock() {
        var _ = database.sql("select pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query((row, _) -> true)
                .list();
    }

    Optional<AuditEntry> last() {
        return database.sql("select " + COLUMNS + " from audit_entries order by number desc limit 1")
                .query(this::entry)
                .optional();
    }

    void add(AuditRow row, String hash) {
        database.sql("insert into audit_entries (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)")
                .params(
                        row.number(),
                        Timestamp.from(row.at()),
                        row.account(),
                        row.actor(),
                        row.action(),
                        row.subject(),
                        json.writeValueAsString(row.details()),
                        hash)
                .update();
    }

    List<AuditEntry> newestFirst(AuditQuery query) {
        return database.sql("select " + COLUMNS + """
                         from audit_entries
                        where (:account::text is null or account = :account)
                          and (:subject::text is null or starts_with(subject, :subject))
                          and (:before::bigint is null or number < :before)
                        order by number desc limit :limit""")
                .param("account", query.account())
                .param("subject", query.subjectPrefix())
                .param("before", query.before())
                .param("limit", query.limit())
                .query(this::entry)
                .list();
    }

    List<AuditEntry> oldestFirst(long after, int limit) {
        return database.sql("select " + COLUMNS + " from audit_entries where number > ? order by number limit ?")
                .params(after, limit)
                .query(this::entry)
                .list();
    }

    private AuditEntry entry(ResultSet row, int index) throws SQLException {
        Map<String, String> details = json.readValue(row.getString("details"), new TypeReference<>() {});
        return new AuditEntry(
                row.getLong("number"),
                row.getTimestamp("at").toInstant(),
                row.getString("account"),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                Map.copyOf(details),
                row.getString("hash"));
    }
}
