package dev.slipway.scaffolder.store;

import java.sql.Timestamp;
import java.util.List;

/** Lines of one run that are written together, in this order. */
public record NewLines(List<Line> lines) {

    /** @param at when it was said, which is before it is written */
    public record Line(String step, Timestamp at, String text) {}

    public NewLines {
        lines = List.copyOf(lines);
    }

    String[] steps() {
        return lines.stream().map(Line::step).toArray(String[]::new);
    }

    Timestamp[] times() {
        return lines.stream().map(Line::at).toArray(Timestamp[]::new);
    }

    String[] texts() {
        return lines.stream().map(line -> LogStore.fitting(line.text())).toArray(String[]::new);
    }
}
