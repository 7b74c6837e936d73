package dev.slipway.git.embedded;

import dev.slipway.identity.Account;
import dev.slipway.identity.Accounts;
import dev.slipway.identity.Permissions;
import dev.slipway.kernel.RepositoryRef;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Who an owner in CODEOWNERS is: {@code @account}, {@code @group} of Slipway, {@code @organisation/team} with the repository's own
 * organisation, or the e-mail address of an account.
 */
@Component
class Owners {

    private final Accounts accounts;
    private final Permissions permissions;

    Owners(Accounts accounts, Permissions permissions) {
        this.accounts = accounts;
        this.permissions = permissions;
    }

    /** Their accounts; empty when nobody is called so. */
    Set<String> accounts(RepositoryRef repository, String owner) {
        if (!owner.startsWith("@")) {
            return accounts.all().stream()
                    .filter(account -> account.email().equalsIgnoreCase(owner))
                    .map(Account::name)
                    .collect(Collectors.toSet());
        }
        String name = owner.substring(1);
        int slash = name.indexOf('/');
        if (slash >= 0) {
            return name.substring(0, slash).equals(repository.organisation())
                    ? permissions.members(name.substring(slash + 1))
                    : Set.of();
        }
        return accounts.find(name).isPresent() ? Set.of(name) : permissions.members(name);
    }
}
