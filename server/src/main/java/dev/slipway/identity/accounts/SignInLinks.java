package dev.slipway.identity.accounts;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code identity_sign_in_links}: links that sign somebody in once, within a day. */
@Component
public class SignInLinks {

    private static final Duration VALID = Duration.ofHours(24);

    private final JdbcClient database;
    private final Secrets secrets;
    private final Clock clock;

    SignInLinks(JdbcClient database, Secrets secrets, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Earlier links of the account stop working. */
    URI issue(String account) {
        String secret = secrets.next();
        database.sql("delete from identity_sign_in_links where account = ? and used_at is null")
                .param(account)
                .update();
        database.sql("insert into identity_sign_in_links (hash, account, expires_at) values (?, ?, ?)")
                .params(
                        Secrets.hash(secret),
                        account,
                        Timestamp.from(clock.instant().plus(VALID)))
                .update();
        return URI.create("/sign-in/link?token=" + secret);
    }

    /** Whom the link would sign in; empty when it was used, has expired or never was. */
    public Optional<String> account(String secret) {
        return database.sql("""
                        select account from identity_sign_in_links
                        where hash = ? and used_at is null and expires_at > ?""")
                .params(Secrets.hash(secret), Timestamp.from(clock.instant()))
                .query(String.class)
                .optional();
    }

    /** The same, and nobody gets that answer a second time. */
    public Optional<String> use(String secret) {
        Timestamp now = Timestamp.from(clock.instant());
        return database.sql("""
                        update identity_sign_in_links set used_at = ?
                        where hash = ? and used_at is null and expires_at > ? returning account""")
                .params(now, Secrets.hash(secret), now)
                .query(String.class)
                .optional();
    }
}
