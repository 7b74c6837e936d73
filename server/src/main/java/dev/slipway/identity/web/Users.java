package dev.slipway.identity.web;

import dev.slipway.identity.Account;
import dev.slipway.identity.Accounts;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.IdentityException;
import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import java.net.URI;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What administrators do with users, for page and REST alike. */
@Component
class Users {

    private final Accounts accounts;
    private final Permissions permissions;
    private final CurrentActor current;

    Users(Accounts accounts, Permissions permissions, CurrentActor current) {
        this.accounts = accounts;
        this.permissions = permissions;
        this.current = current;
    }

    List<Account> all() {
        return accounts.all();
    }

    /** The whole address of the link with which the new user signs in. */
    @Transactional
    URI create(NewUser user) {
        Account account = user.checked();
        if (!accounts.ensure(account, administrator())) {
            throw new IdentityException(
                    ProblemCode.CONFLICT,
                    Problem.at("name", "There is an account \"" + account.name() + "\" already."));
        }
        return link(account.name());
    }

    @Transactional
    URI link(String account) {
        URI path = accounts.signInLink(account, administrator());
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .build()
                .toUri()
                .resolve(path);
    }

    private Actor administrator() {
        Actor actor = current.get();
        permissions.require(actor, Permission.MANAGE_USERS, null);
        return actor;
    }
}
