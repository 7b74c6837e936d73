package dev.slipway.git;

import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.TeamName;
import org.jspecify.annotations.Nullable;
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

    public RepositoryAccess(Permissions permissions, ObjectProvider<RepositoryOwners> owners) {
        this.permissions = permissions;
        this.owners = owners;
    }

    public void requireRead(Actor actor) {
        permissions.require(actor, Permission.VIEW, null);
    }

    public boolean mayPropose(Actor actor, RepositoryRef repository) {
        TeamName owner = owner(repository);
        return owner == null
                ? !permissions.teams(actor, Permission.CREATE_SERVICE).isEmpty()
                        || permissions.allows(actor, Permission.CREATE_SERVICE, null)
                : permissions.allows(actor, Permission.CHANGE_SERVICE, owner);
    }

    public boolean mayMerge(Actor actor, RepositoryRef repository) {
        TeamName owner = owner(repository);
        Permission needed = owner == null ? Permission.MANAGE_PLATFORM : Permission.CHANGE_SERVICE;
        return permissions.allows(actor, needed, owner);
    }

    /** Whoever may merge it may close it, and so may its author. */
    public boolean mayClose(Actor actor, PullRequest pull) {
        RepositoryRef repository = pull.ref().repository();
        return mayMerge(actor, repository) || (pull.author().equals(actor.account()) && mayPropose(actor, repository));
    }

    public void requireClose(Actor actor, PullRequest pull) {
        if (!mayClose(actor, pull)) {
            requireMerge(actor, pull.ref().repository());
        }
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

    /** To merge a pull request, publish a release. */
    public void requireMerge(Actor actor, RepositoryRef repository) {
        TeamName owner = owner(repository);
        permissions.require(actor, owner == null ? Permission.MANAGE_PLATFORM : Permission.CHANGE_SERVICE, owner);
    }

    /** To change how the repository protects its branches and treats its pull requests. */
    public void requireConfigure(Actor actor, RepositoryRef repository) {
        permissions.require(actor, configuring(repository), owner(repository));
    }

    public boolean mayConfigure(Actor actor, RepositoryRef repository) {
        return permissions.allows(actor, configuring(repository), owner(repository));
    }

    private Permission configuring(RepositoryRef repository) {
        return owner(repository) == null ? Permission.MANAGE_PLATFORM : Permission.CONFIGURE_REPOSITORY;
    }

    private @Nullable TeamName owner(RepositoryRef repository) {
        RepositoryOwners known = owners.getIfAvailable();
        return known == null ? null : known.owner(repository).orElse(null);
    }
}
