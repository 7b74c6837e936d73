package dev.slipway.git.difference;

import dev.slipway.git.difference.Hunk.Kind;
import dev.slipway.git.difference.Hunk.Line;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.RawText;

/** Puts edits that lie close together into one hunk, with three lines around them. */
final class Hunks {

    private static final int CONTEXT = 3;
    private static final int LONGEST_LINE = 1_000;

    private final RawText before;
    private final RawText after;

    Hunks(RawText before, RawText after) {
        this.before = before;
        this.after = after;
    }

    List<Hunk> of(List<Edit> edits) {
        List<Hunk> hunks = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= edits.size(); to++) {
            if (to == edits.size()
                    || edits.get(to).getBeginA() - edits.get(to - 1).getEndA() > 2 * CONTEXT) {
                hunks.add(hunk(edits.subList(from, to)));
                from = to;
            }
        }
        return hunks;
    }

    private Hunk hunk(List<Edit> edits) {
        Edit first = edits.getFirst();
        Edit last = edits.getLast();
        int context = Math.min(CONTEXT, first.getBeginA());
        int a = first.getBeginA() - context;
        int b = first.getBeginB() - context;
        int endA = Math.min(before.size(), last.getEndA() + CONTEXT);
        int endB = Math.min(after.size(), last.getEndB() + CONTEXT);
        List<Line> lines = new ArrayList<>();
        for (Edit edit : edits) {
            same(a, b, edit.getBeginA() - a, lines);
            for (a = edit.getBeginA(); a < edit.getEndA(); a++) {
                lines.add(new Line(Kind.REMOVED, a + 1, 0, line(before, a)));
            }
            for (b = edit.getBeginB(); b < edit.getEndB(); b++) {
                lines.add(new Line(Kind.ADDED, 0, b + 1, line(after, b)));
            }
        }
        same(a, b, endA - a, lines);
        return new Hunk(heading(first, context, endA, endB), lines);
    }

    private void same(int a, int b, int count, List<Line> lines) {
        for (int i = 0; i < count; i++) {
            lines.add(new Line(Kind.SAME, a + i + 1, b + i + 1, line(before, a + i)));
        }
    }

    private static String heading(Edit first, int context, int endA, int endB) {
        return "@@ -" + range(first.getBeginA() - context, endA) + " +" + range(first.getBeginB() - context, endB)
                + " @@";
    }

    private static String range(int begin, int end) {
        return (end == begin ? begin : begin + 1) + "," + (end - begin);
    }

    private static String line(RawText text, int index) {
        String line = text.getString(index);
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + " …";
    }
}
