package dev.slipway.helm.format;

import dev.slipway.gotemplate.GoValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes TOML as Helm's encoder (BurntSushi/toml) does: keys sorted, plain ones before tables, tables indented by two. */
public final class Toml {
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_-]+");

    private final StringBuilder out = new StringBuilder();

    private Toml() {}

    /** @throws IllegalArgumentException if TOML has no such value */
    public static String write(@Nullable Object value) {
        Map<String, @Nullable Object> map = Values.map(value);
        if (map == null) {
            throw new IllegalArgumentException("toml: top-level values must be Go maps or structs");
        }
        Toml toml = new Toml();
        toml.table(List.of(), map);
        return toml.out.toString();
    }

    private void table(List<String> path, Map<String, @Nullable Object> map) {
        List<String> keys = new ArrayList<>(map.keySet());
        keys.sort(GoValues::compare);
        for (String key : keys) {
            if (map.get(key) != null && !isTable(map.get(key))) {
                indent(path.size());
                out.append(key(key)).append(" = ");
                inline(map.get(key));
                out.append('\n');
            }
        }
        for (String key : keys) {
            if (isTable(map.get(key))) {
                nested(below(path, key), map.get(key));
            }
        }
    }

    private void nested(List<String> path, @Nullable Object value) {
        Map<String, @Nullable Object> map = Values.map(value);
        String name = String.join(".", path.stream().map(Toml::key).toList());
        if (map != null) {
            heading(path, "[" + name + "]", path.size() == 1);
            table(path, map);
            return;
        }
        for (Object item : java.util.Objects.requireNonNull(Values.list(value))) {
            heading(path, "[[" + name + "]]", true);
            table(path, java.util.Objects.requireNonNull(Values.map(item)));
        }
    }

    private void heading(List<String> path, String heading, boolean apart) {
        if (apart && !out.isEmpty()) {
            out.append('\n');
        }
        indent(path.size() - 1);
        out.append(heading).append('\n');
    }

    private void indent(int depth) {
        out.append("  ".repeat(depth));
    }

    private static List<String> below(List<String> path, String key) {
        List<String> below = new ArrayList<>(path);
        below.add(key);
        return below;
    }

    private static boolean isTable(@Nullable Object value) {
        List<@Nullable Object> list = Values.list(value);
        return value instanceof Map<?, ?>
                || (list != null && !list.isEmpty() && list.stream().allMatch(item -> item instanceof Map<?, ?>));
    }

    private void inline(@Nullable Object value) {
        List<@Nullable Object> list = Values.list(value);
        Map<String, @Nullable Object> map = Values.map(value);
        if (list != null) {
            out.append('[');
            for (int i = 0; i < list.size(); i++) {
                out.append(i == 0 ? "" : ", ");
                inline(list.get(i));
            }
            out.append(']');
        } else if (map != null) {
            List<String> keys = new ArrayList<>(map.keySet());
            keys.sort(GoValues::compare);
            out.append('{');
            for (int i = 0; i < keys.size(); i++) {
                out.append(i == 0 ? "" : ", ").append(key(keys.get(i))).append(" = ");
                inline(map.get(keys.get(i)));
            }
            out.append('}');
        } else {
            scalar(value);
        }
    }

    private void scalar(@Nullable Object value) {
        switch (value) {
            case null -> throw new IllegalArgumentException("toml: cannot encode array with nil element");
            case String text -> out.append(quoted(text));
            case Double number -> out.append(Numbers.toml(number));
            default -> out.append(value);
        }
    }

    private static String key(String key) {
        return BARE.matcher(key).matches() ? key : quoted(key);
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            switch (point) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (point < 0x20 || point == 0x7f) {
                        out.append(String.format(Locale.ROOT, "\\u%04x", point));
                    } else {
                        out.appendCodePoint(point);
                    }
                }
            }
        });
        return out.append('"').toString();
    }
}
