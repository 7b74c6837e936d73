package dev.slipway.identity.accounts;

import static java.util.stream.Collectors.joining;

import dev.slipway.identity.Account;
import dev.slipway.identity.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code identity_tokens}: tokens by the hash of their secret. */
@Component
public class Tokens {

    /** What every token begins with, so that people and scanners recognise one that leaked. */
    public static final String PREFIX = "slip_";

    private static final Duration LAST_USED_PRECISION = Duration.ofMinutes(1);
    private static final String COLUMNS = "account, name, scopes, created_at, last_used_at";
    private static final String HOLDER = """
            select token.account, token.name, token.scopes, token.created_at, token.last_used_at, account.display_name, account.email
            from identity_tokens token join identity_accounts account on account.name = token.account where token.hash = ?
            """;

    private final JdbcClient database;
    private final Secrets secrets;
    private final Clock clock;

    Tokens(JdbcClient database, Secrets secrets, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** The new token's secret; empty when the account has a token of this name. */
    Optional<String> issue(String account, String name, Set<Permission> scopes) {
        String secret = PREFIX + secrets.next();
        int added = database.sql("""
                        insert into identity_tokens (account, name, hash, scopes, created_at) values (?, ?, ?, ?, ?)
                        on conflict (account, name) do nothing""")
                .params(
                        account,
                        name,
                        Secrets.hash(secret),
                        scopes.stream().map(Permission::name).sorted().collect(joining(",")),
                        Timestamp.from(clock.instant()))
                .update();
        return added == 1 ? Optional.of(secret) : Optional.empty();
    }

    /** Whose token this is; notes that it was used. */
    public Optional<TokenHolder> use(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        Optional<TokenHolder> holder = database.sql(HOLDER)
                .param(Secrets.hash(secret))
                .query(Tokens::holder)
                .optional();
        holder.map(TokenHolder::token).filter(this::usedLongAgo).ifPresent(this::noteUse);
        return holder;
    }

    private boolean usedLongAgo(IssuedToken token) {
        return token.lastUsedAt() == null
                || token.lastUsedAt().isBefore(clock.instant().minus(LAST_USED_PRECISION));
    }

    private void noteUse(IssuedToken token) {
        database.sql("update identity_tokens set last_used_at = ? where account = ? and name = ?")
                .params(Timestamp.from(clock.instant()), token.account(), token.name())
                .update();
    }

    /** Empty when there is no such token, or not any more. */
    public Optional<IssuedToken> find(String account, String name) {
        return database.sql("select " + COLUMNS + " from identity_tokens where account = ? and name = ?")
                .params(account, name)
                .query(Tokens::token)
                .optional();
    }

    public List<IssuedToken> of(String account) {
        return database.sql("select " + COLUMNS + " from identity_tokens where account = ? order by name")
                .param(account)
                .query(Tokens::token)
                .list();
    }

    boolean revoke(String account, String name) {
        return database.sql("delete from identity_tokens where account = ? and name = ?")
                        .params(account, name)
                        .update()
                == 1;
    }

    private static TokenHolder holder(ResultSet row, int index) throws SQLException {
        IssuedToken token = token(row, index);
        return new TokenHolder(
                token, new Account(token.account(), row.getString("display_name"), row.getString("email")));
    }

    private static IssuedToken token(ResultSet row, int index) throws SQLException {
        EnumSet<Permission> scopes = EnumSet.noneOf(Permission.class);
        Arrays.stream(row.getString("scopes").split(","))
                .filter(scope -> !scope.isEmpty())
                .forEach(scope -> scopes.add(Permission.valueOf(scope)));
        Timestamp used = row.getTimestamp("last_used_at");
        return new IssuedToken(
                row.getString("account"),
                row.getString("name"),
                scopes,
                row.getTimestamp("created_at").toInstant(),
                used == null ? null : used.toInstant());
    }
}
