package dev.slipway.identity;

import dev.slipway.kernel.Actor;
import dev.slipway.kernel.TeamName;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides who may do what. The system acting for an account may do what that account may; acting of its own accord, everything. */
public interface Permissions {

    /** @param team whose thing it is; null for what belongs to the platform as a whole */
    boolean allows(Actor actor, Permission permission, @Nullable TeamName team);

    /** @throws IdentityException with code FORBIDDEN, saying which role would be needed */
    void require(Actor actor, Permission permission, @Nullable TeamName team);

    /** The groups this account is in, for example {@code red}, {@code red-leads}, {@code release-managers}. */
    Set<String> groups(String account);

    /** The accounts in this group; empty when there is no such group. */
    Set<String> members(String group);

    /** The teams for which the actor has this permission. */
    Set<TeamName> teams(Actor actor, Permission permission);
}
