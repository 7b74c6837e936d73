package dev.slipway.catalog.pages;

import static dev.slipway.catalog.pages.GraphDrawing.BOX_HEIGHT;
import static dev.slipway.catalog.pages.GraphDrawing.BOX_WIDTH;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Catalog.Step;
import dev.slipway.catalog.EntityGraph;
import dev.slipway.catalog.EntityGraph.Node;
import dev.slipway.catalog.pages.GraphDrawing.Box;
import dev.slipway.catalog.pages.GraphDrawing.Line;
import dev.slipway.catalog.pages.GraphDrawing.More;
import dev.slipway.catalog.search.EntityListing;
import dev.slipway.entities.EntityRef;
import dev.slipway.entities.Relation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Draws what is around an entity. */
@Component
class GraphDrawings {

    static final int DEEPEST = 4;
    private static final int MOST_A_SIDE = 400;
    private static final int ACROSS = BOX_WIDTH + 110;
    private static final int DOWN = BOX_HEIGHT + 14;
    private static final int MARGIN = 12;
    /** How far a line goes around that connects two boxes of a column. */
    private static final int BEND = 60;

    private final Catalog catalog;
    private final EntityListing listing;

    GraphDrawings(Catalog catalog, EntityListing listing) {
        this.catalog = catalog;
        this.listing = listing;
    }

    GraphDrawing of(EntityRef ref, int wanted, GraphShow show) {
        int depth = Math.clamp(wanted, 1, DEEPEST);
        EntityGraph ahead = catalog.reach(ref, steps(show, true), depth, MOST_A_SIDE);
        EntityGraph behind = catalog.reach(ref, steps(show, false), depth, MOST_A_SIDE);
        Set<Relation> relations = new LinkedHashSet<>(ahead.relations());
        relations.addAll(behind.relations());
        GraphColumns columns = new GraphColumns(ref, behind, ahead);
        List<More> more = new ArrayList<>();
        Map<EntityRef, Box> boxes = boxes(columns, relations, names(columns), more);
        int right = MARGIN + (columns.columns().size() - 1) * ACROSS + BOX_WIDTH;
        return new GraphDrawing(
                right + (isBentAt(right, relations, boxes) ? BEND : MARGIN),
                2 * MARGIN + columns.tallest() * DOWN - (DOWN - BOX_HEIGHT),
                depth,
                show,
                List.copyOf(boxes.values()),
                lines(relations, boxes),
                more,
                // What lies beyond the depth is asked for; what the limit cut is not.
                Math.max(behind.nodes().size(), ahead.nodes().size()) < MOST_A_SIDE);
    }

    private static Set<Step> steps(GraphShow show, boolean forward) {
        return show.types().stream().map(type -> new Step(type, forward)).collect(Collectors.toSet());
    }

    private Names names(GraphColumns columns) {
        return Names.of(
                columns.columns().values().stream()
                        .flatMap(List::stream)
                        .map(Node::ref)
                        .toList(),
                listing);
    }

    private static Map<EntityRef, Box> boxes(
            GraphColumns columns, Set<Relation> relations, Names names, List<More> more) {
        Map<EntityRef, Box> boxes = new LinkedHashMap<>();
        Map<EntityRef, String> links = links(columns, relations, names);
        int x = MARGIN;
        for (Map.Entry<Integer, List<Node>> entry : columns.columns().entrySet()) {
            int column = entry.getKey();
            int hidden = columns.hidden(column);
            int rows = entry.getValue().size() + (hidden > 0 ? 1 : 0);
            int y = MARGIN + (columns.tallest() - rows) * DOWN / 2;
            for (Node node : entry.getValue()) {
                boxes.put(
                        node.ref(),
                        new Box(
                                node.ref(),
                                names.of(node.ref()),
                                column,
                                x,
                                y,
                                node.exists(),
                                links.getOrDefault(node.ref(), "")));
                y += DOWN;
            }
            if (hidden > 0) {
                more.add(new More(column, x, y, hidden));
            }
            x += ACROSS;
        }
        return boxes;
    }

    /** How each is connected with what is nearer to the middle, in words. */
    private static Map<EntityRef, String> links(GraphColumns columns, Set<Relation> relations, Names names) {
        Map<EntityRef, String> links = new LinkedHashMap<>();
        for (Relation relation : relations) {
            int source = columns.place(relation.source());
            int target = columns.place(relation.target());
            if (target > source && target > 0) {
                links.putIfAbsent(
                        relation.target(),
                        RelationGroup.verb(relation.type().inverse()) + " " + names.of(relation.source()));
            } else if (source < target && source < 0) {
                links.putIfAbsent(relation.source(), verb(relation) + " " + names.of(relation.target()));
            }
        }
        return links;
    }

    private static String verb(Relation relation) {
        return RelationGroup.verb(relation.type().forward());
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

    /** Whether boxes whose right side this is are connected with each other: such a line goes around. */
    private static boolean isBentAt(int right, Set<Relation> relations, Map<EntityRef, Box> boxes) {
        return relations.stream().anyMatch(each -> {
            Box from = boxes.get(each.source());
            Box to = boxes.get(each.target());
            return from != null
                    && to != null
                    && !from.equals(to)
                    && from.x() == to.x()
                    && from.x() + BOX_WIDTH == right;
        });
    }

    private static Line line(Box from, Box to, Relation relation) {
        boolean ahead = from.x() <= to.x();
        int startX = from.x() + (ahead ? BOX_WIDTH : 0);
        int endX = to.x() + (ahead && from.x() != to.x() ? 0 : BOX_WIDTH);
        int startY = from.y() + BOX_HEIGHT / 2;
        int endY = to.y() + BOX_HEIGHT / 2;
        int bend = from.x() == to.x() ? BEND : (endX - startX) / 2;
        int endBend = from.x() == to.x() ? BEND : -bend;
        return new Line(
                "M%d %d C%d %d %d %d %d %d"
                        .formatted(startX, startY, startX + bend, startY, endX + endBend, endY, endX, endY),
                relation.type().forward(),
                relation.source() + " " + verb(relation) + " " + relation.target());
    }
}
