package dev.slipway.helm.format;

import dev.slipway.gotemplate.GoObject;
import dev.slipway.gotemplate.GoValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes JSON as Go's encoding/json does: keys sorted; a value that JSON does not have is refused. */
public final class Json {
    private final StringBuilder out = new StringBuilder();
    private final boolean html;
    private final boolean pretty;

    /** A value that has another form in JSON than its own. */
    public interface Encoded {
        /** As plain values; maps are written in their own order. */
        @Nullable
        Object json();
    }

    private Json(boolean html, boolean pretty) {
        this.html = html;
        this.pretty = pretty;
    }

    /** On one line, {@code <>&} escaped. */
    public static String compact(@Nullable Object value) {
        return new Json(true, false).text(value);
    }

    /** On one line, {@code <>&} as they are. */
    public static String raw(@Nullable Object value) {
        return new Json(false, false).text(value);
    }

    /** Indented by two, {@code <>&} escaped. */
    public static String pretty(@Nullable Object value) {
        return new Json(true, true).text(value);
    }

    private String text(@Nullable Object value) {
        value(value, 0);
        return out.toString();
    }

    private void value(@Nullable Object value, int depth) {
        switch (value) {
            case null -> out.append("null");
            case String text -> text(text);
            case Double number -> number(number);
            case byte[] bytes -> text(java.util.Base64.getEncoder().encodeToString(bytes));
            case Encoded encoded -> ordered(Values.map(encoded.json()), encoded.json(), depth);
            case Map<?, ?> map -> map(map, sorted(map), depth);
            case List<?> list -> list(list, depth);
            case GoObject object -> text(object.print());
            default -> out.append(value);
        }
    }

    private void ordered(@Nullable Map<String, @Nullable Object> map, @Nullable Object value, int depth) {
        if (map == null) {
            value(value, depth);
        } else {
            map(map, new ArrayList<>(map.keySet()), depth);
        }
    }

    private void number(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new IllegalArgumentException("json: unsupported value: " + Numbers.shortest(number));
        }
        out.append(Numbers.json(number));
    }

    private static List<String> sorted(Map<?, ?> map) {
        List<String> keys = new ArrayList<>(map.size());
        map.keySet().forEach(key -> keys.add(String.valueOf(key)));
        keys.sort(GoValues::compare);
        return keys;
    }

    private void map(Map<?, ?> map, List<String> keys, int depth) {
        out.append('{');
        String separator = "";
        for (String key : keys) {
            out.append(separator);
            line(depth + 1);
            text(key);
            out.append(pretty ? ": " : ":");
            value(map.get(key), depth + 1);
            separator = ",";
        }
        if (!keys.isEmpty()) {
            line(depth);
        }
        out.append('}');
    }

    private void list(List<?> list, int depth) {
        out.append('[');
        String separator = "";
        for (Object item : list) {
            out.append(separator);
            line(depth + 1);
            value(item, depth + 1);
            separator = ",";
        }
        if (!list.isEmpty()) {
            line(depth);
        }
        out.append(']');
    }

    private void line(int depth) {
        if (pretty) {
            out.append('\n').append("  ".repeat(depth));
        }
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
            case 0x2028, 0x2029 -> escaped(point);
            case '<', '>', '&' -> {
                if (html) {
                    escaped(point);
                } else {
                    out.appendCodePoint(point);
                }
            }
            default -> {
                if (point < 0x20) {
                    escaped(point);
                } else {
                    out.appendCodePoint(point);
                }
            }
        }
    }

    private void escaped(int point) {
        out.append(String.format(Locale.ROOT, "\\u%04x", point));
    }
}
