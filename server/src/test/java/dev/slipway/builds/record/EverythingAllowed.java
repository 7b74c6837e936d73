package dev.slipway.builds.record;

import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.TeamName;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets everybody do everything. */
final class EverythingAllowed implements Permissions {

    @Override
    public boolean allows(Actor actor, Permission permission, @Nullable TeamName team) {
        return true;
    }

    @Override
    public void require(Actor actor, Permission permission, @Nullable TeamName team) {}

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
