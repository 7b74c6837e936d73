package dev.slipway.identity.web;

import dev.slipway.identity.Access;
import dev.slipway.identity.Account;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.IdentityException;
import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.identity.accounts.IssuedToken;
import dev.slipway.identity.accounts.LocalAccounts;
import dev.slipway.identity.accounts.Tokens;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller and the caller's tokens. */
@RestController
@RequestMapping("/api/v1")
@Access(Permission.VIEW)
class IdentityResource {

    private final CurrentActor current;
    private final LocalAccounts accounts;
    private final Tokens tokens;
    private final Permissions permissions;

    IdentityResource(CurrentActor current, LocalAccounts accounts, Tokens tokens, Permissions permissions) {
        this.current = current;
        this.accounts = accounts;
        this.tokens = tokens;
        this.permissions = permissions;
    }

    /** Who is calling. */
    record Me(
            String name,
            String displayName,
            String email,
            @Nullable String token,
            Set<String> groups) {}

    @GetMapping("/me")
    Me me() {
        Actor actor = current.get();
        Account account = accounts.find(actor.account()).orElseThrow();
        return new Me(
                account.name(),
                account.displayName(),
                account.email(),
                actor instanceof Actor.Token token ? token.name() : null,
                permissions.groups(account.name()));
    }

    @GetMapping("/tokens")
    List<IssuedToken> tokens() {
        return tokens.of(current.get().account());
    }

    /** @param scopes what the token may do at most; left out for all that the account may */
    record NewToken(@Nullable String name, @Nullable Set<Permission> scopes) {}

    /** @param secret shown here and never again */
    record CreatedToken(String name, String secret) {}

    @PostMapping("/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    CreatedToken issue(@RequestBody NewToken wanted) {
        Actor actor = current.get();
        refuseScopedToken(actor);
        String name = wanted.name() == null ? "" : wanted.name().strip();
        return new CreatedToken(name, accounts.issueToken(actor.account(), name, scopes(wanted), actor));
    }

    private static Set<Permission> scopes(NewToken wanted) {
        if (wanted.scopes() == null) {
            return Set.of();
        }
        if (wanted.scopes().isEmpty()) {
            throw new IdentityException(
                    ProblemCode.INVALID,
                    Problem.at("scopes", "A token without any scope could do nothing.")
                            .expecting("at least one scope, or no such field for all that the account may"));
        }
        return wanted.scopes();
    }

    /** A token with scopes could otherwise make itself one without, or take away its account's others. */
    private void refuseScopedToken(Actor actor) {
        if (actor instanceof Actor.Token token
                && tokens.find(token.account(), token.name())
                        .filter(found -> found.scopes().isEmpty())
                        .isEmpty()) {
            throw new IdentityException(
                    ProblemCode.FORBIDDEN,
                    Problem.of("The token \"" + token.name() + "\" has scopes, and may neither make nor revoke tokens.")
                            .next("Sign in to the portal and do it there, on the page Account."));
        }
    }

    @DeleteMapping("/tokens/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String name) {
        Actor actor = current.get();
        refuseScopedToken(actor);
        accounts.revokeToken(actor.account(), name, actor);
    }
}
