package dev.slipway.identity.security;

import dev.slipway.identity.Account;
import dev.slipway.kernel.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Somebody who has proved who they are, for the time of one request. */
final class SignedIn extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Actor actor;
    private final transient Account account;

    SignedIn(Actor actor, Account account) {
        super(List.of());
        this.actor = actor;
        this.account = account;
        setAuthenticated(true);
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
