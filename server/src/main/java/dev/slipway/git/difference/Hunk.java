package dev.slipway.git.difference;

import java.util.List;

/**
 * Lines that changed, with some around them.
 *
 * @param heading as in a unified difference, for example {@code @@ -1,4 +1,5 @@}
 */
public record Hunk(String heading, List<Line> lines) {

    public Hunk {
        lines = List.copyOf(lines);
    }

    /**
     * A line.
     *
     * @param before its number before the change, from 1; 0 when it was not there
     * @param after its number after the change, from 1; 0 when it is gone
     */
    public record Line(Kind kind, int before, int after, String text) {

        /** The sign before the line. */
        public String sign() {
            return switch (kind) {
                case SAME -> " ";
                case ADDED -> "+";
                case REMOVED -> "-";
            };
        }
    }

    /** What became of a line. */
    public enum Kind {
        SAME,
        ADDED,
        REMOVED
    }
}
