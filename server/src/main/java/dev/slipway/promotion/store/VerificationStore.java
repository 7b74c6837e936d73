package dev.slipway.promotion.store;

import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.ServiceName;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the smoke tests of Releases said. */
@Repository
public class VerificationStore {

    private final JdbcClient database;

    VerificationStore(JdbcClient database) {
        this.database = database;
    }

    /** The newest result, and how often it was tried. */
    public record Verification(boolean passed, int attempts, String detail, Instant at) {}

    public Optional<Verification> find(ServiceName service, EnvironmentName environment, String releaseId) {
        return database.sql("""
                        select passed, attempts, detail, at from promotion_verifications
                        where service = ? and environment = ? and release_id = ?
                        """)
                .params(service.value(), environment.value(), releaseId)
                .query((row, number) -> new Verification(
                        row.getBoolean(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()))
                .optional();
    }

    /** Adds an attempt's result; a passed one stays passed. */
    public void add(
            ServiceName service,
            EnvironmentName environment,
            String releaseId,
            boolean passed,
            String detail,
            Instant at) {
        database.sql("""
                        insert into promotion_verifications (service, environment, release_id, passed, attempts, detail, at)
                        values (?, ?, ?, ?, 1, ?, ?)
                        on conflict (service, environment, release_id) do update set passed = excluded.passed,
                            attempts = promotion_verifications.attempts + 1, detail = excluded.detail, at = excluded.at
                            where not promotion_verifications.passed
                        """)
                .params(service.value(), environment.value(), releaseId, passed, detail, Timestamp.from(at))
                .update();
    }
}
