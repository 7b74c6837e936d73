package dev.slipway.catalog.pages;

import dev.slipway.entities.EntityRef;
import java.util.List;

/**
 * A graph in columns: the entity in the middle, what it points to on its right, what points to it on its left.
 *
 * @param width in pixels
 * @param complete whether nothing was left out but what {@code more} counts
 */
public record GraphDrawing(
        int width,
        int height,
        int depth,
        GraphShow show,
        List<Box> boxes,
        List<Line> lines,
        List<More> more,
        boolean complete) {

    static final int BOX_WIDTH = 200;
    static final int BOX_HEIGHT = 44;

    /**
     * An entity; x and y are its upper left corner.
     *
     * @param name what people call it
     * @param column 0 in the middle, less on the left, more on the right
     * @param link how it is connected with what is nearer to the middle; empty in the middle
     */
    public record Box(EntityRef ref, String name, int column, int x, int y, boolean exists, String link) {

        private static final int LONGEST = 23;

        public boolean centre() {
            return column == 0;
        }

        public String label() {
            return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
        }
    }

    /** A relation between two boxes as an SVG path. */
    public record Line(String path, String label, String title) {}

    /** How many there are besides in a column. */
    public record More(int column, int x, int y, int count) {}

    /** Those on one side, the nearest first. */
    public List<Box> side(boolean right) {
        return boxes.stream()
                .filter(box -> right ? box.column() > 0 : box.column() < 0)
                .sorted((one, other) -> Integer.compare(Math.abs(one.column()), Math.abs(other.column())))
                .toList();
    }

    /** How many are left out on one side. */
    public int hidden(boolean right) {
        return more.stream()
                .filter(each -> right ? each.column() > 0 : each.column() < 0)
                .mapToInt(More::count)
                .sum();
    }

    /** The graph of an entity, drawn like this one. */
    public String of(EntityRef ref) {
        return of(ref, depth, show);
    }

    public String of(EntityRef ref, int otherDepth, GraphShow other) {
        return EntityTab.GRAPH.of(ref) + "?depth=" + otherDepth
                + (other == GraphShow.EVERYTHING ? "" : "&show=" + other.parameter());
    }
}
