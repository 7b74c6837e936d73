package dev.slipway.kustomize.emit;

import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes JSON as Go's encoding/json does: keys sorted, no spaces, {@code <>&} escaped. */
public final class GoJson {
    private final StringBuilder out = new StringBuilder();

    private GoJson() {}

    public static String of(@Nullable Object value) {
        GoJson json = new GoJson();
        json.value(value);
        return json.out.toString();
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case Map<?, ?> map -> map(map);
            case Iterable<?> list -> list(list.iterator());
            case String text -> text(text);
            case Double number -> out.append(GoNumbers.json(number));
            case null, default -> out.append(value);
        }
    }

    private void map(Map<?, ?> map) {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : new TreeMap<>(map).entrySet()) {
            out.append(separator);
            text((String) entry.getKey());
            out.append(':');
            value(entry.getValue());
            separator = ",";
        }
        out.append('}');
    }

    private void list(Iterator<?> items) {
        out.append('[');
        while (items.hasNext()) {
            value(items.next());
            out.append(items.hasNext() ? "," : "");
        }
        out.append(']');
    }

    private void text(String text) {
        out.append('"');
        text.codePoints().forEach(this::point);
        out.append('"');
    }

    private void point(int point) {
        switch (point) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '<', '>', '&', 0x2028, 0x2029 -> out.append(String.format(Locale.ROOT, "\\u%04x", point));
            default -> {
                if (point < 0x20) {
                    out.append(String.format(Locale.ROOT, "\\u%04x", point));
                } else {
                    out.appendCodePoint(point);
                }
            }
        }
    }
}
