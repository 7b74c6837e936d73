package dev.slipway.git;

import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.TeamName;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who may do what with a repository. A team's repository takes the team's people; what belongs to the platform takes proposals
 * from everybody who may create services, and merges from the platform's engineers.
 */
@Component
public class RepositoryAccess {

    private final Permissions permissions;
    private final ObjectProvider<RepositoryOwners> owners;

    RepositoryAccess(Permissions permissions, ObjectProvider<RepositoryOwners> owners) {
        this.permissions = permissions;
        this.owners = owners;
    }

    public void requireRead(Actor actor) {
        permissions.require(actor, Permission.VIEW, null);
    }

    /** To push a branch, open a pull request, comment. */
    public void requirePropose(Actor actor, RepositoryRef repository) {
        TeamName owner = owner(repository);
        if (owner != null) {
            permissions.require(actor, Permission.CHANGE_SERVICE, owner);
        } else if (permissions.teams(actor, Permission.CREATE_SERVICE).isEmpty()) {
            permissions.require(actor, Permission.CREATE_SERVICE, null);
        }
    }

    /** To merge or close a pull request, publish a release. */
    public void requireMerge(Actor actor, RepositoryRef repository) {
        TeamName owner = owner(repository);
        permissions.require(actor, owner == null ? Permission.MANAGE_PLATFORM : Permission.CHANGE_SERVICE, owner);
    }

    private @org.jspecify.annotations.Nullable TeamName owner(RepositoryRef repository) {
        RepositoryOwners known = owners.getIfAvailable();
        return known == null ? null : known.owner(repository).orElse(null);
    }
}
