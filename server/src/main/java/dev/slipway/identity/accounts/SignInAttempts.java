package dev.slipway.identity.accounts;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Table {@code identity_sign_in_attempts}: how often somebody has tried passwords, for an account and from an address. An
 * attempt counts before its password is looked at, so that many at once gain nothing.
 */
@Component
class SignInAttempts {

    static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int MOST_FOR_ACCOUNT = 8;
    private static final int MOST_FROM_ADDRESS = 40;

    private final JdbcClient database;
    private final Clock clock;

    SignInAttempts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** False when it is one too many. */
    boolean begin(String account, String address) {
        boolean forAccount = count("account:" + account) <= MOST_FOR_ACCOUNT;
        boolean fromAddress = count("address:" + address) <= MOST_FROM_ADDRESS;
        return forAccount && fromAddress;
    }

    private int count(String subject) {
        Instant now = clock.instant();
        return database.sql("""
                        insert into identity_sign_in_attempts as a (subject, attempts, since) values (:subject, 1, :now)
                        on conflict (subject) do update set
                            attempts = case when a.since < :windowStart then 1 else a.attempts + 1 end,
                            since = case when a.since < :windowStart then :now else a.since end
                        returning attempts""")
                .param("subject", subject)
                .param("now", Timestamp.from(now))
                .param("windowStart", Timestamp.from(now.minus(WINDOW)))
                .query(Integer.class)
                .single();
    }

    void succeeded(String account, String address) {
        database.sql("delete from identity_sign_in_attempts where subject = ?")
                .param("account:" + account)
                .update();
        database.sql("update identity_sign_in_attempts set attempts = attempts - 1 where subject = ? and attempts > 0")
                .param("address:" + address)
                .update();
    }
}
