package dev.slipway.identity;

import dev.slipway.kernel.Actor;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Local users, their one-time sign-in links and their tokens. */
public interface Accounts {

    List<Account> all();

    Optional<Account> find(String name);

    /** Creates the account unless it exists; returns whether it was created. */
    boolean ensure(Account account, Actor actor);

    /** A local grant of a role everywhere, for the first administrator. */
    void grant(String account, Role role, Actor actor);

    void setPassword(String account, String password, Actor actor);

    /** The path and query of a link that signs this account in once, valid for 24 hours; for example {@code /sign-in/link?…}. */
    URI signInLink(String account, Actor actor);

    /**
     * Issues a token for the API and for Git over HTTP (as password). The secret is shown here and never again.
     *
     * @param scopes what the token may do at most; empty for all that its account may
     */
    String issueToken(String account, String tokenName, Set<Permission> scopes, Actor actor);

    /** As {@link #issueToken}, and ends a token of this name that there is already: its secret may have been lost. */
    String renewToken(String account, String tokenName, Set<Permission> scopes, Actor actor);
}
