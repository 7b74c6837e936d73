package dev.slipway.identity;

import dev.slipway.kernel.TeamName;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A group, its members, and the role that they have because of it.
 *
 * @param accounts the members' account names
 * @param role null when the group grants none
 * @param team the one team for which the role holds; null when it holds everywhere
 */
public record Membership(
        String group,
        Set<String> accounts,
        @Nullable Role role,
        @Nullable TeamName team) {

    public Membership {
        accounts = Set.copyOf(accounts);
    }
}
