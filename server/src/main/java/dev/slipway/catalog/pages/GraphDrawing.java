package dev.slipway.catalog.pages;

import dev.slipway.entities.EntityRef;
import java.util.List;

/**
 * A graph in columns: the entity in the middle, what it points to on its right, what points to it on its left.
 *
 * @param width in pixels
 * @param complete whether nothing was left out
 */
public record GraphDrawing(int width, int height, int depth, List<Box> boxes, List<Line> lines, boolean complete) {

    static final int BOX_WIDTH = 190;
    static final int BOX_HEIGHT = 44;

    /** An entity; x and y are its upper left corner. */
    public record Box(EntityRef ref, int x, int y, boolean exists, boolean centre) {

        private static final int LONGEST = 21;

        public String label() {
            String name = CatalogLinks.brief(ref);
            return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
        }
    }

    /** A relation between two boxes as an SVG path. */
    public record Line(String path, String label, String title) {}
}
