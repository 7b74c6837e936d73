package dev.slipway.ui.idempotency;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code ui_idempotency_keys}: which keys were used by whom, and what was answered. */
@Component
class IdempotencyKeys {

    static final Duration KEPT = Duration.ofHours(24);
    /** A request that runs longer was killed with its process. */
    private static final Duration LONGEST_REQUEST = Duration.ofMinutes(10);

    private final JdbcClient database;
    private final Clock clock;
    private final SealedAnswers answers;
    private final String instance;

    IdempotencyKeys(
            JdbcClient database,
            Clock clock,
            SealedAnswers answers,
            @Value("${slipway.instance:slipway}") String instance) {
        this.database = database;
        this.answers = answers;
        this.clock = clock;
        this.instance = instance;
    }

    /** Takes the key for a request that begins now; false when it is taken. */
    boolean take(String account, String key, String fingerprint) {
        Instant now = clock.instant();
        return database.sql("""
                        insert into ui_idempotency_keys (account, key, fingerprint, instance, started_at)
                        values (:account, :key, :fingerprint, :instance, :now)
                        on conflict (account, key) do update
                            set fingerprint = excluded.fingerprint, instance = excluded.instance,
                                started_at = excluded.started_at, status = null, sealed = null
                            where ui_idempotency_keys.started_at < :expired
                               or (ui_idempotency_keys.status is null and ui_idempotency_keys.started_at < :abandoned)
                        """)
                        .param("account", account)
                        .param("key", key)
                        .param("fingerprint", fingerprint)
                        .param("instance", instance)
                        .param("now", Timestamp.from(now))
                        .param("expired", Timestamp.from(now.minus(KEPT)))
                        .param("abandoned", Timestamp.from(now.minus(LONGEST_REQUEST)))
                        .update()
                == 1;
    }

    Optional<StoredAnswer> find(String account, String key) {
        return database.sql("""
                        select fingerprint, status, content_type, location, sealed
                        from ui_idempotency_keys where account = ? and key = ?""")
                .params(account, key)
                .query((row, number) -> new StoredAnswer(
                        row.getString("fingerprint"),
                        row.getObject("status", Integer.class),
                        row.getString("content_type"),
                        row.getString("location"),
                        answers.open(row.getBytes("sealed"), account, key)))
                .optional();
    }

    void store(
            String account,
            String key,
            int status,
            @Nullable String contentType,
            @Nullable String location,
            byte[] body) {
        database.sql("""
                        update ui_idempotency_keys
                        set status = :status, content_type = :contentType, location = :location, sealed = :sealed
                        where account = :account and key = :key""")
                .param("status", status)
                .param("contentType", contentType)
                .param("location", location)
                .param("sealed", answers.seal(body, account, key), Types.BINARY)
                .param("account", account)
                .param("key", key)
                .update();
    }

    /** Lets the key be used again, after a failure that was not the caller's. */
    void release(String account, String key) {
        database.sql("delete from ui_idempotency_keys where account = ? and key = ? and status is null")
                .params(account, key)
                .update();
    }

    void releaseWhatAKilledProcessHeld() {
        database.sql("delete from ui_idempotency_keys where instance = ? and status is null")
                .param(instance)
                .update();
    }

    void removeExpired() {
        database.sql("delete from ui_idempotency_keys where started_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
