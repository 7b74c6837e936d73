package dev.slipway.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Columns as wide as their widest cell. */
public final class Table {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... columns) {
        rows.add(List.of(columns));
    }

    /** A blank cell becomes a dash, so that no column gets lost. */
    public Table row(String... cells) {
        rows.add(List.of(cells).stream()
                .map(cell -> cell.isBlank() ? "-" : Printable.text(cell).replace('\n', ' '))
                .toList());
        return this;
    }

    public boolean isEmpty() {
        return rows.size() == 1;
    }

    /** The heading and the rows, without spaces at their ends. */
    public List<String> lines() {
        int[] widths =
                IntStream.range(0, rows.getFirst().size()).map(this::width).toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            line.append(cell).append(" ".repeat(widths[column] - cell.length())).append(GAP);
        }
        return line.toString().stripTrailing();
    }
}
