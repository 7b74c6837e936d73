package dev.slipway.catalog.graph;

import dev.slipway.entities.EntityRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for an entity.
 *
 * @param parents the groups above an owning group, nearest first
 * @param members of an owning group itself
 */
public record Owner(Named who, List<Named> parents, List<Named> members) {

    public Owner {
        parents = List.copyOf(parents);
        members = List.copyOf(members);
    }

    /**
     * A group or a person.
     *
     * @param title as people call it
     * @param exists whether the catalog knows it
     */
    public record Named(EntityRef ref, @Nullable String title, boolean exists) {}
}
