package dev.slipway.builds.local;

import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.TeamName;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Some accounts may do everything, the others nothing. */
record MaintainersOnly(Predicate<String> maintainers) implements Permissions {

    @Override
    public boolean allows(Actor actor, Permission permission, @Nullable TeamName team) {
        return maintainers.test(actor.account());
    }

    @Override
    public void require(Actor actor, Permission permission, @Nullable TeamName team) {
        throw new UnsupportedOperationException();
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
