package dev.slipway.catalog.pages;

import dev.slipway.catalog.EntityGraph;
import dev.slipway.catalog.EntityGraph.Node;
import dev.slipway.entities.EntityRef;
import dev.slipway.entities.Relation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which entities of a graph are drawn in which column: few enough to read, each beside what it is connected with. */
final class GraphColumns {

    private static final int MOST_IN_COLUMN = 12;

    private final Map<EntityRef, Set<EntityRef>> neighbours = new HashMap<>();
    private final Map<EntityRef, Integer> places = new HashMap<>();
    private final Map<Integer, List<Node>> columns = new TreeMap<>();
    private final Map<Integer, Integer> hidden = new TreeMap<>();

    GraphColumns(EntityRef centre, EntityGraph left, EntityGraph right) {
        left.relations().forEach(this::connect);
        right.relations().forEach(this::connect);
        Map<Integer, List<Node>> all = new TreeMap<>();
        all.put(0, List.of(new Node(centre, 0, true)));
        place(centre, left, right, all);
        columns.put(0, List.of(new Node(centre, 0, true)));
        for (int distance = 1; all.containsKey(distance) || all.containsKey(-distance); distance++) {
            keep(distance, distance - 1, all);
            keep(-distance, 1 - distance, all);
        }
    }

    private void connect(Relation relation) {
        neighbours.computeIfAbsent(relation.source(), _ -> new HashSet<>()).add(relation.target());
        neighbours.computeIfAbsent(relation.target(), _ -> new HashSet<>()).add(relation.source());
    }

    /** An entity stands once: on the side where it is nearer. */
    private void place(EntityRef centre, EntityGraph left, EntityGraph right, Map<Integer, List<Node>> all) {
        Map<EntityRef, Integer> onLeft = new HashMap<>();
        left.nodes().forEach(node -> onLeft.put(node.ref(), node.distance()));
        Set<EntityRef> onRight = new HashSet<>();
        right.nodes().stream()
                .filter(node -> !node.ref().equals(centre))
                .filter(node -> onLeft.getOrDefault(node.ref(), Integer.MAX_VALUE) >= node.distance())
                .forEach(node -> {
                    onRight.add(node.ref());
                    all.computeIfAbsent(node.distance(), _ -> new ArrayList<>()).add(node);
                });
        left.nodes().stream()
                .filter(node -> !node.ref().equals(centre) && !onRight.contains(node.ref()))
                .forEach(node -> all.computeIfAbsent(-node.distance(), _ -> new ArrayList<>())
                        .add(node));
    }

    /** Those that are connected with what is drawn nearer to the middle, in the order of what they are connected with. */
    private void keep(int column, int nearer, Map<Integer, List<Node>> all) {
        List<Node> wanted = all.getOrDefault(column, List.of());
        List<EntityRef> before =
                columns.getOrDefault(nearer, List.of()).stream().map(Node::ref).toList();
        List<Node> kept = wanted.stream()
                .filter(node -> before.stream().anyMatch(of(node)::contains))
                .sorted(Comparator.comparingDouble((Node node) -> height(node, before))
                        .thenComparing(Node::ref))
                .limit(MOST_IN_COLUMN)
                .toList();
        if (!kept.isEmpty()) {
            columns.put(column, kept);
            kept.forEach(node -> places.put(node.ref(), column));
        }
        if (kept.size() < wanted.size()) {
            hidden.put(column, wanted.size() - kept.size());
        }
    }

    private Set<EntityRef> of(Node node) {
        return neighbours.getOrDefault(node.ref(), Set.of());
    }

    private double height(Node node, List<EntityRef> before) {
        Set<EntityRef> near = new LinkedHashSet<>(before);
        near.retainAll(of(node));
        return near.stream().mapToInt(before::indexOf).average().orElse(0);
    }

    /** By place, from the left; 0 is the middle. */
    Map<Integer, List<Node>> columns() {
        return columns;
    }

    /** The column of one that is drawn; 0 for the middle and for all others. */
    int place(EntityRef ref) {
        return places.getOrDefault(ref, 0);
    }

    /** How many are left out of a column. */
    int hidden(int column) {
        return columns.containsKey(column) ? hidden.getOrDefault(column, 0) : 0;
    }

    int tallest() {
        return columns.entrySet().stream()
                .mapToInt(column -> column.getValue().size() + (hidden(column.getKey()) > 0 ? 1 : 0))
                .max()
                .orElse(1);
    }
}
