package dev.slipway.scaffolding.testing;

import java.util.ArrayList;
import java.util.List;

/** The lines in which two texts differ, with a few of those around. */
final class Differences {

    private static final int AROUND = 3;
    private static final int MOST_LINES = 200;
    /** Comparing takes the product of the numbers of lines that differ. */
    private static final long MOST_CELLS = 4_000_000;

    private final List<String> expected;
    private final List<String> actual;
    private final List<String> lines = new ArrayList<>();

    private Differences(String expected, String actual) {
        this.expected = lines(expected);
        this.actual = lines(actual);
    }

    /** Lines that begin with {@code -} are only in the expected text, those with {@code +} only in the actual one. */
    static String between(String expected, String actual) {
        return new Differences(expected, actual).unified();
    }

    /** A text that does not end with a line break has a last line that says so. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        if (lines.getLast().isEmpty()) {
            lines.removeLast();
        } else {
            lines.add("\\ no line break at the end");
        }
        return lines;
    }

    private String unified() {
        int start = 0;
        while (start < expected.size()
                && start < actual.size()
                && expected.get(start).equals(actual.get(start))) {
            start++;
        }
        int same = 0;
        while (same < expected.size() - start
                && same < actual.size() - start
                && expected.get(expected.size() - 1 - same).equals(actual.get(actual.size() - 1 - same))) {
            same++;
        }
        header(start);
        int from = Math.max(0, start - AROUND);
        expected.subList(from, start).forEach(line -> lines.add(" " + line));
        middle(expected.subList(start, expected.size() - same), actual.subList(start, actual.size() - same));
        int end = expected.size() - same;
        expected.subList(end, Math.min(expected.size(), end + AROUND)).forEach(line -> lines.add(" " + line));
        return lines.size() <= MOST_LINES
                ? String.join("\n", lines)
                : String.join("\n", lines.subList(0, MOST_LINES)) + "\n… " + (lines.size() - MOST_LINES)
                        + " more lines";
    }

    private void header(int start) {
        lines.add("@@ line " + (start + 1) + " @@");
    }

    private void middle(List<String> left, List<String> right) {
        if ((long) left.size() * right.size() > MOST_CELLS) {
            left.forEach(line -> lines.add("-" + line));
            right.forEach(line -> lines.add("+" + line));
            return;
        }
        int[][] common = common(left, right);
        int i = 0;
        int j = 0;
        while (i < left.size() || j < right.size()) {
            if (i < left.size() && j < right.size() && left.get(i).equals(right.get(j))) {
                lines.add(" " + left.get(i++));
                j++;
            } else if (j == right.size() || (i < left.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add("-" + left.get(i++));
            } else {
                lines.add("+" + right.get(j++));
            }
        }
    }

    /** How many lines the rests from i and j have in common, in order. */
    private static int[][] common(List<String> left, List<String> right) {
        int[][] common = new int[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                common[i][j] = left.get(i).equals(right.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
