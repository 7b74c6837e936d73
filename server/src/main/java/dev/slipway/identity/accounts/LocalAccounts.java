package dev.slipway.identity.accounts;

import dev.slipway.audit.Audit;
import dev.slipway.identity.Account;
import dev.slipway.identity.Accounts;
import dev.slipway.identity.AccountsChanged;
import dev.slipway.identity.IdentityException;
import dev.slipway.identity.Permission;
import dev.slipway.identity.Role;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.Suggestions;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Local users; every change of them is in the audit. Who may change them is decided by the callers. */
@Service
public class LocalAccounts implements Accounts {

    private static final int LONGEST_TOKEN_NAME = 60;

    private final AccountTable table;
    private final Passwords passwords;
    private final SignInLinks links;
    private final Tokens tokens;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LocalAccounts(
            AccountTable table,
            Passwords passwords,
            SignInLinks links,
            Tokens tokens,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.passwords = passwords;
        this.links = links;
        this.tokens = tokens;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<Account> all() {
        return table.all();
    }

    @Override
    public Optional<Account> find(String name) {
        return table.find(name);
    }

    @Override
    @Transactional
    public boolean ensure(Account account, Actor actor) {
        boolean created = table.add(account, clock.instant());
        if (created) {
            record(actor, "identity.account-created", account.name(), Map.of("display name", account.displayName()));
            events.publishEvent(new AccountsChanged());
        }
        return created;
    }

    @Override
    @Transactional
    public void grant(String account, Role role, Actor actor) {
        existing(account);
        if (table.grant(account, role)) {
            record(actor, "identity.role-granted", account, Map.of("role", role.key()));
        }
    }

    @Override
    @Transactional
    public void setPassword(String account, String password, Actor actor) {
        existing(account);
        Passwords.check(password);
        table.setPasswordHash(account, passwords.hash(password));
        table.endSessions(account);
        record(actor, "identity.password-set", account, Map.of());
    }

    @Override
    @Transactional
    public URI signInLink(String account, Actor actor) {
        existing(account);
        URI link = links.issue(account);
        record(actor, "identity.sign-in-link-issued", account, Map.of());
        return link;
    }

    @Override
    @Transactional
    public String issueToken(String account, String tokenName, Set<Permission> scopes, Actor actor) {
        existing(account);
        if (tokenName.isBlank() || tokenName.length() > LONGEST_TOKEN_NAME) {
            throw new IdentityException(
                    ProblemCode.INVALID,
                    Problem.at("name", "\"" + tokenName + "\" is not a token's name.")
                            .expecting("1 to " + LONGEST_TOKEN_NAME + " characters"));
        }
        String secret = tokens.issue(account, tokenName, scopes).orElseThrow(() -> taken(tokenName));
        record(actor, "identity.token-issued", account, Map.of("token", tokenName, "scopes", scopes.toString()));
        return secret;
    }

    @Override
    @Transactional
    public String renewToken(String account, String tokenName, Set<Permission> scopes, Actor actor) {
        if (tokens.find(account, tokenName).isPresent()) {
            revokeToken(account, tokenName, actor);
        }
        return issueToken(account, tokenName, scopes, actor);
    }

    private static IdentityException taken(String tokenName) {
        return new IdentityException(
                ProblemCode.CONFLICT,
                Problem.at("name", "There is a token \"" + tokenName + "\" already.")
                        .next("Choose another name, or revoke that token first."));
    }

    /** @throws IdentityException with code NOT_FOUND when the account has no such token */
    @Transactional
    public void revokeToken(String account, String tokenName, Actor actor) {
        if (!tokens.revoke(account, tokenName)) {
            throw new IdentityException(
                    ProblemCode.NOT_FOUND, Problem.of("There is no token \"" + tokenName + "\" of " + account + "."));
        }
        record(actor, "identity.token-revoked", account, Map.of("token", tokenName));
        events.publishEvent(new TokenRevoked(account, tokenName));
    }

    /** Notes that the account has signed in, and how. */
    @Transactional
    public void signedIn(String account, String how) {
        table.signedIn(account, clock.instant());
        record(new Actor.Person(account), "identity.signed-in", account, Map.of("with", how));
    }

    private void existing(String account) {
        if (table.find(account).isEmpty()) {
            List<String> names = table.all().stream().map(Account::name).toList();
            Problem problem = Problem.of("There is no account \"" + account + "\".");
            throw new IdentityException(
                    ProblemCode.NOT_FOUND,
                    Suggestions.didYouMean(account, names).map(problem::next).orElse(problem));
        }
    }

    private void record(Actor actor, String action, String account, Map<String, String> details) {
        audit.record(actor, action, "account:" + account, details);
    }
}
