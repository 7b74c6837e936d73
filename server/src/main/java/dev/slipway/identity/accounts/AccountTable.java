package dev.slipway.identity.accounts;

import dev.slipway.identity.Account;
import dev.slipway.identity.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables {@code identity_accounts} and {@code identity_grants}. */
@Component
public class AccountTable {

    private final JdbcClient database;

    AccountTable(JdbcClient database) {
        this.database = database;
    }

    List<Account> all() {
        return database.sql("select name, display_name, email from identity_accounts order by name")
                .query(AccountTable::account)
                .list();
    }

    Optional<Account> find(String name) {
        return database.sql("select name, display_name, email from identity_accounts where name = ?")
                .param(name)
                .query(AccountTable::account)
                .optional();
    }

    boolean add(Account account, Instant now) {
        return database.sql("""
                        insert into identity_accounts (name, display_name, email, created_at) values (?, ?, ?, ?)
                        on conflict (name) do nothing""")
                        .params(account.name(), account.displayName(), account.email(), Timestamp.from(now))
                        .update()
                == 1;
    }

    Optional<String> passwordHash(String account) {
        return database.sql("select password_hash from identity_accounts where name = ? and password_hash is not null")
                .param(account)
                .query(String.class)
                .optional();
    }

    void setPasswordHash(String account, String hash) {
        database.sql("update identity_accounts set password_hash = ? where name = ?")
                .params(hash, account)
                .update();
    }

    /** Ends every session of the account, wherever it was signed in. */
    void endSessions(String account) {
        database.sql("delete from identity_sessions where principal_name = ?")
                .param(account)
                .update();
    }

    void signedIn(String account, Instant now) {
        database.sql("update identity_accounts set last_sign_in_at = ? where name = ?")
                .params(Timestamp.from(now), account)
                .update();
    }

    boolean hasSignedIn(String account) {
        return database.sql("select 1 from identity_accounts where name = ? and last_sign_in_at is not null")
                .param(account)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    boolean grant(String account, Role role) {
        return database.sql("insert into identity_grants (account, role) values (?, ?) on conflict do nothing")
                        .params(account, role.name())
                        .update()
                == 1;
    }

    /** The roles that were granted here, everywhere. */
    public Set<Role> grants(String account) {
        return database.sql("select role from identity_grants where account = ?")
                .param(account)
                .query((row, _) -> Role.valueOf(row.getString("role")))
                .set();
    }

    boolean anybodyIs(Role role) {
        return database.sql("select 1 from identity_grants where role = ? limit 1")
                .param(role.name())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private static Account account(ResultSet row, int index) throws SQLException {
        return new Account(row.getString("name"), row.getString("display_name"), row.getString("email"));
    }
}
