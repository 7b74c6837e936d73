package dev.slipway.catalog.pages;

import static dev.slipway.catalog.pages.GraphDrawing.BOX_HEIGHT;
import static dev.slipway.catalog.pages.GraphDrawing.BOX_WIDTH;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Catalog.Step;
import dev.slipway.catalog.EntityGraph;
import dev.slipway.catalog.EntityGraph.Node;
import dev.slipway.catalog.pages.GraphDrawing.Box;
import dev.slipway.catalog.pages.GraphDrawing.Line;
import dev.slipway.entities.EntityRef;
import dev.slipway.entities.Relation;
import dev.slipway.entities.RelationType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Draws what is around an entity. */
@Component
class GraphDrawings {

    static final int DEEPEST = 4;
    private static final int MOST_A_SIDE = 40;
    private static final int ACROSS = BOX_WIDTH + 130;
    private static final int DOWN = BOX_HEIGHT + 16;
    private static final int MARGIN = 12;

    private final Catalog catalog;

    GraphDrawings(Catalog catalog) {
        this.catalog = catalog;
    }

    GraphDrawing of(EntityRef ref, int wanted) {
        int depth = Math.clamp(wanted, 1, DEEPEST);
        EntityGraph right = catalog.reach(ref, steps(true), depth, MOST_A_SIDE);
        EntityGraph left = catalog.reach(ref, steps(false), depth, MOST_A_SIDE);
        Map<Integer, List<Node>> columns = columns(ref, left, right);
        Map<EntityRef, Box> boxes = boxes(columns, ref);
        Set<Relation> relations = new LinkedHashSet<>(right.relations());
        relations.addAll(left.relations());
        return new GraphDrawing(
                2 * MARGIN + (columns.size() - 1) * ACROSS + BOX_WIDTH,
                2 * MARGIN + tallest(columns) * DOWN - (DOWN - BOX_HEIGHT),
                depth,
                List.copyOf(boxes.values()),
                lines(relations, boxes),
                // What lies beyond the depth is asked for; what the limit cut is not.
                Math.max(left.nodes().size(), right.nodes().size()) < MOST_A_SIDE);
    }

    private static Set<Step> steps(boolean forward) {
        return Arrays.stream(RelationType.values())
                .map(type -> new Step(type, forward))
                .collect(Collectors.toSet());
    }

    /** An entity stands once: on the side where it is nearer. */
    private static Map<Integer, List<Node>> columns(EntityRef ref, EntityGraph left, EntityGraph right) {
        Map<EntityRef, Integer> places = new LinkedHashMap<>();
        Map<EntityRef, Node> nodes = new LinkedHashMap<>();
        nodes.put(ref, new Node(ref, 0, true));
        right.nodes().forEach(node -> {
            nodes.put(node.ref(), node);
            places.put(node.ref(), node.distance());
        });
        left.nodes().forEach(node -> {
            nodes.putIfAbsent(node.ref(), node);
            places.merge(node.ref(), -node.distance(), (one, other) -> Math.abs(other) < Math.abs(one) ? other : one);
        });
        places.put(ref, 0);
        Map<Integer, List<Node>> columns = new TreeMap<>();
        nodes.values().stream()
                .sorted((one, other) -> one.ref().compareTo(other.ref()))
                .forEach(node -> columns.computeIfAbsent(places.getOrDefault(node.ref(), 0), _ -> new ArrayList<>())
                        .add(node));
        return columns;
    }

    private static Map<EntityRef, Box> boxes(Map<Integer, List<Node>> columns, EntityRef centre) {
        Map<EntityRef, Box> boxes = new LinkedHashMap<>();
        int x = MARGIN;
        for (List<Node> column : columns.values()) {
            int y = MARGIN + (tallest(columns) - column.size()) * DOWN / 2;
            for (Node node : column) {
                boxes.put(
                        node.ref(),
                        new Box(node.ref(), x, y, node.exists(), node.ref().equals(centre)));
                y += DOWN;
            }
            x += ACROSS;
        }
        return boxes;
    }

    private static int tallest(Map<Integer, List<Node>> columns) {
        return columns.values().stream().mapToInt(List::size).max().orElse(1);
    }

    private static List<Line> lines(Set<Relation> relations, Map<EntityRef, Box> boxes) {
        List<Line> lines = new ArrayList<>();
        for (Relation relation : relations) {
            Box from = boxes.get(relation.source());
            Box to = boxes.get(relation.target());
            if (from != null && to != null && !from.equals(to)) {
                lines.add(line(from, to, relation));
            }
        }
        return lines;
    }

    private static Line line(Box from, Box to, Relation relation) {
        boolean ahead = from.x() <= to.x();
        int startX = from.x() + (ahead ? BOX_WIDTH : 0);
        int endX = to.x() + (ahead && from.x() != to.x() ? 0 : BOX_WIDTH);
        int startY = from.y() + BOX_HEIGHT / 2;
        int endY = to.y() + BOX_HEIGHT / 2;
        int bend = from.x() == to.x() ? 60 : (endX - startX) / 2;
        int endBend = from.x() == to.x() ? 60 : -bend;
        return new Line(
                "M%d %d C%d %d %d %d %d %d"
                        .formatted(startX, startY, startX + bend, startY, endX + endBend, endY, endX, endY),
                relation.type().forward(),
                relation.source() + " " + relation.type().forward() + " " + relation.target());
    }
}
