package dev.slipway.catalog.graph;

import dev.slipway.catalog.Catalog.Step;
import dev.slipway.catalog.EntityGraph;
import dev.slipway.entities.EntityRef;
import dev.slipway.entities.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a graph leads from where it begins to each of its entities: one of the shortest ways. */
final class Paths {

    private final Map<EntityRef, Hop> hops = new HashMap<>();

    /** The relation that leads to an entity from one that is nearer. */
    private record Hop(Relation relation, EntityRef nearer) {}

    /** @param steps those that the graph was found by */
    Paths(EntityGraph graph, Set<Step> steps) {
        Map<EntityRef, Integer> distances = new HashMap<>();
        graph.nodes().forEach(node -> distances.put(node.ref(), node.distance()));
        for (Relation relation : graph.relations()) {
            if (steps.contains(new Step(relation.type(), true))) {
                hop(relation, relation.source(), relation.target(), distances);
            }
            if (steps.contains(new Step(relation.type(), false))) {
                hop(relation, relation.target(), relation.source(), distances);
            }
        }
    }

    private void hop(Relation relation, EntityRef nearer, EntityRef farther, Map<EntityRef, Integer> distances) {
        int distance = distances.getOrDefault(farther, 0);
        if (distance > 0 && distances.getOrDefault(nearer, distance) == distance - 1) {
            hops.putIfAbsent(farther, new Hop(relation, nearer));
        }
    }

    /** The relations between an entity and the graph's beginning, the entity's own first. */
    List<Relation> to(EntityRef ref) {
        List<Relation> path = new ArrayList<>();
        for (Hop hop = hops.get(ref); hop != null; hop = hops.get(hop.nearer())) {
            path.add(hop.relation());
        }
        return path;
    }
}
