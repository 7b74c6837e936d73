package dev.slipway.identity.security;

import dev.slipway.identity.Account;
import dev.slipway.identity.Permission;
import dev.slipway.identity.accounts.IssuedToken;
import dev.slipway.identity.accounts.TokenHolder;
import dev.slipway.kernel.Actor;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Somebody who has proved who they are, for the time of one request. */
final class SignedIn extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Actor actor;
    private final transient Account account;
    private final transient Set<Permission> scopes;

    private SignedIn(Actor actor, Account account, Set<Permission> scopes) {
        super(List.of());
        this.actor = actor;
        this.account = account;
        this.scopes = scopes;
        setAuthenticated(true);
    }

    static SignedIn inPerson(Account account) {
        return new SignedIn(new Actor.Person(account.name()), account, Set.of());
    }

    static SignedIn with(TokenHolder holder) {
        IssuedToken token = holder.token();
        return new SignedIn(new Actor.Token(token.name(), token.account()), holder.account(), token.scopes());
    }

    /** Whether the scopes of the token, if it is one, leave the permission to its account. */
    boolean reaches(Permission permission) {
        return scopes.isEmpty() || scopes.contains(permission);
    }

    /** Whether it is a token that may not do all that its account may. */
    boolean isScoped() {
        return !scopes.isEmpty();
    }

    /** Whether it is a token that may look, and nothing else. */
    boolean onlyViews() {
        return scopes.equals(Set.of(Permission.VIEW));
    }

    Actor actor() {
        return actor;
    }

    Account account() {
        return account;
    }

    @Override
    public String getName() {
        return account.name();
    }

    @Override
    public Object getPrincipal() {
        return actor;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && actor.equals(that.actor) && account.equals(that.account);
    }

    @Override
    public int hashCode() {
        return actor.hashCode();
    }
}
