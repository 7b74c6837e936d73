package dev.slipway.platform;

import dev.slipway.kernel.TeamName;
import java.util.Set;

/** A team: its Group and its leads' Group in teams/. */
public record Team(TeamName name, String displayName, Set<String> members, Set<String> leads) {

    public Team {
        members = Set.copyOf(members);
        leads = Set.copyOf(leads);
    }
}
