package dev.slipway.catalog;

import dev.slipway.entities.EntityRef;
import dev.slipway.entities.Relation;
import java.util.List;

/**
 * Entities and the relations between them.
 *
 * @param nodes the one that was asked for first, then by distance
 * @param relations those that led from one to another
 * @param complete whether nothing was left out because of the limits
 */
public record EntityGraph(List<Node> nodes, List<Relation> relations, boolean complete) {

    public EntityGraph {
        nodes = List.copyOf(nodes);
        relations = List.copyOf(relations);
    }

    /**
     * An entity in a graph.
     *
     * @param distance in steps
     * @param exists whether the catalog knows it
     */
    public record Node(EntityRef ref, int distance, boolean exists) {}
}
