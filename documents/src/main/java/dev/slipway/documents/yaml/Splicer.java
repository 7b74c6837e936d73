package dev.slipway.documents.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Replaces, inserts and takes out the characters of one value of a text. */
record Splicer(String text, Positions at) {

    private static final String STEP = "  ";

    static Splicer of(String text) {
        return new Splicer(text, new Positions(text));
    }

    /** @param owner where the key or dash that the value belongs to stands; the value itself for a whole document */
    String replace(YamlValue old, @Nullable Object value, int owner, boolean inFlow) {
        if (old instanceof YamlScalar scalar && !YamlWriter.isBlock(value)) {
            return replaceScalar(scalar, value);
        }
        if (inFlow || !YamlWriter.isBlock(value)) {
            return splice(valueStart(old), at.end(old), (needsSpace(old) ? " " : "") + YamlWriter.flow(value));
        }
        boolean dashed = text.startsWith("- ", owner);
        String indentation = at.indentation(owner) + STEP;
        if (dashed) {
            return splice(old.span().start(), at.end(old), block(value, indentation));
        }
        if (!at.isFlow(old) && !(old instanceof YamlScalar)) {
            int start = old instanceof YamlList list
                    ? at.dash(list.items().getFirst())
                    : old.span().start();
            return splice(start, at.end(old), block(value, at.indentation(start)));
        }
        return belowKey(old, value, indentation);
    }

    private String replaceScalar(YamlScalar old, @Nullable Object value) {
        String written = text.substring(old.span().start(), at.end(old));
        String space = needsSpace(old) ? " " : "";
        return splice(old.span().start(), at.end(old), space + ScalarText.like(written, value));
    }

    private String belowKey(YamlValue old, @Nullable Object value, String indentation) {
        int start = old.span().start();
        while (start > 0 && text.charAt(start - 1) == ' ') {
            start--;
        }
        String below = at.lineBreak() + indentation + block(value, indentation);
        if (at.end(old) == old.span().start()) {
            int end = at.lineEnd(start);
            return splice(end, end, below);
        }
        return splice(start, at.end(old), below);
    }

    String add(YamlMap map, String key, @Nullable Object value) {
        String name = ScalarText.of(key) + ":";
        int end = at.end(map);
        if (at.isFlow(map)) {
            int last = map.entries().isEmpty()
                    ? map.span().start() + 1
                    : endOfFlow(map.entries().getLast().value());
            return splice(last, last, (map.entries().isEmpty() ? "" : ", ") + name + " " + YamlWriter.flow(value));
        }
        String indentation = at.indentation(firstKey(map));
        String added = indented(YamlWriter.entryLines(name, value), indentation);
        int lineEnd = at.lineEnd(end);
        return splice(lineEnd, lineEnd, at.lineBreak() + indentation + added);
    }

    String append(YamlList list, @Nullable Object value) {
        if (at.isFlow(list)) {
            int last = list.items().isEmpty()
                    ? list.span().start() + 1
                    : endOfFlow(list.items().getLast());
            return splice(last, last, (list.items().isEmpty() ? "" : ", ") + YamlWriter.flow(value));
        }
        String indentation = at.indentation(at.dash(list.items().getFirst()));
        int lineEnd = at.lineEnd(at.end(list));
        return splice(lineEnd, lineEnd, at.lineBreak() + indentation + block(List.of(valueOrNull(value)), indentation));
    }

    private static Object valueOrNull(@Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException("Nothing cannot be appended to a list.");
        }
        return value;
    }

    /** Takes out an entry or item that is not the only one. */
    String remove(int start, YamlValue value, boolean flow, int previousEnd, int nextStart) {
        if (flow || !at.isFirstOnLine(start)) {
            return nextStart >= 0 ? splice(start, nextStart, "") : splice(previousEnd, at.end(value), "");
        }
        return splice(at.lineStart(start), at.nextLine(at.end(value)), "");
    }

    private int endOfFlow(YamlValue last) {
        return last.span().end();
    }

    private static int firstKey(YamlMap map) {
        return map.entries().stream()
                .filter(entry -> Positions.within(map, entry.key()))
                .findFirst()
                .orElseThrow()
                .key()
                .span()
                .start();
    }

    private int valueStart(YamlValue old) {
        if (at.isFlow(old) || old instanceof YamlScalar) {
            return old.span().start();
        }
        int start = old instanceof YamlList list && !list.items().isEmpty()
                ? at.dash(list.items().getFirst())
                : old.span().start();
        while (start > 0 && Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private boolean needsSpace(YamlValue old) {
        int start = valueStart(old);
        return start > 0 && (text.charAt(start - 1) == ':' || text.charAt(start - 1) == '-');
    }

    private String block(@Nullable Object value, String indentation) {
        return indented(YamlWriter.lines(value), indentation);
    }

    /** The first line stands where it is put, the others are indented. */
    private String indented(List<String> lines, String indentation) {
        List<String> all = new ArrayList<>(lines);
        String rest = all.stream()
                .skip(1)
                .map(line -> at.lineBreak() + (line.isEmpty() ? "" : indentation + line))
                .collect(Collectors.joining());
        return all.getFirst() + rest;
    }

    private String splice(int start, int end, String replacement) {
        return text.substring(0, start) + replacement + text.substring(end);
    }

    /** What a missing key becomes when keys below it are to be set. */
    static Object nested(List<String> keys, @Nullable Object value) {
        Object nested = value == null ? "" : value;
        for (String key : keys.reversed()) {
            nested = Map.of(key, nested);
        }
        return nested;
    }
}
