package dev.slipway.catalog.graph;

import dev.slipway.catalog.Catalog.Facet;
import dev.slipway.entities.EntityRef;
import java.util.List;

/**
 * What a group or a user owns.
 *
 * @param own directly
 * @param inherited through the groups below a group, or the groups that a user is a member of
 * @param complete whether no group was left out
 */
public record Ownership(Share own, List<Share> inherited, Share together, boolean complete) {

    /** What one of them owns, counted by kind. */
    public record Share(EntityRef owner, List<Facet> kinds, int total) {

        static Share of(EntityRef owner, List<Facet> kinds) {
            return new Share(owner, kinds, kinds.stream().mapToInt(Facet::count).sum());
        }
    }
}
