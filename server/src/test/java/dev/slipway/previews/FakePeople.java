package dev.slipway.previews;

import dev.slipway.identity.IdentityException;
import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.TeamName;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Everybody may do everything but those who are strangers. */
final class FakePeople implements Permissions {

    final Set<String> strangers = new TreeSet<>();

    @Override
    public boolean allows(Actor actor, Permission permission, @Nullable TeamName team) {
        return !strangers.contains(actor.account());
    }

    @Override
    public void require(Actor actor, Permission permission, @Nullable TeamName team) {
        if (!allows(actor, permission, team)) {
            throw new IdentityException(ProblemCode.FORBIDDEN, Problem.of(actor + " is a stranger."));
        }
    }

    @Override
    public Set<String> groups(String account) {
        return Set.of();
    }

    @Override
    public Set<String> members(String group) {
        return Set.of();
    }

    @Override
    public Set<TeamName> teams(Actor actor, Permission permission) {
        return Set.of();
    }
}
