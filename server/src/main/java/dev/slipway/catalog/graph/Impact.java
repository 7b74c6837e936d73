package dev.slipway.catalog.graph;

import dev.slipway.catalog.EntityGraph;
import dev.slipway.catalog.search.EntityListing.Row;
import dev.slipway.entities.EntityRef;
import dev.slipway.entities.Relation;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an entity is connected with, by distance.
 *
 * @param complete whether nothing was left out
 */
public record Impact(List<Level> levels, boolean complete) {

    /** The entities that are so many steps away. */
    public record Level(int distance, List<Item> items) {}

    /**
     * An entity that is connected.
     *
     * @param row null for one that the catalog does not know
     * @param why how it is connected: the first relation is its own, the last one is the entity's that was asked for
     */
    public record Item(EntityRef ref, @Nullable Row row, List<Relation> why) {

        public Item {
            why = List.copyOf(why);
        }

        public @Nullable EntityRef owner() {
            return row == null ? null : row.owner();
        }
    }

    static Impact of(EntityGraph graph, Paths paths, Map<EntityRef, Row> rows) {
        Map<Integer, List<Item>> byDistance = graph.nodes().stream()
                .filter(node -> node.distance() > 0)
                .collect(Collectors.groupingBy(
                        EntityGraph.Node::distance,
                        TreeMap::new,
                        Collectors.mapping(
                                node -> new Item(node.ref(), rows.get(node.ref()), paths.to(node.ref())),
                                Collectors.toList())));
        return new Impact(
                byDistance.entrySet().stream()
                        .map(each -> new Level(each.getKey(), each.getValue()))
                        .toList(),
                graph.complete());
    }

    public int total() {
        return levels.stream().mapToInt(level -> level.items().size()).sum();
    }

    /** Who owns any of it, in order of distance. */
    public Set<EntityRef> owners() {
        return levels.stream()
                .map(Level::items)
                .flatMap(Collection::stream)
                .map(Item::owner)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** How many there are of each kind. */
    public Map<String, Integer> kinds() {
        return levels.stream()
                .flatMap(level -> level.items().stream())
                .collect(Collectors.groupingBy(
                        item -> item.ref().kind(), TreeMap::new, Collectors.summingInt(item -> 1)));
    }
}
