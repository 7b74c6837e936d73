package dev.slipway.helm.format;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes YAML with lists indented under their key, as Helm's {@code toYamlPretty}. */
public final class PrettyYaml {
    private PrettyYaml() {}

    /** Without the line break at the end. */
    public static String write(@Nullable Object value) {
        return new Writer().text(value);
    }

    /** One text; scalars are written by the usual emitter, in the place of the one value of a map. */
    private static final class Writer {
        private final StringBuilder out = new StringBuilder();

        String text(@Nullable Object value) {
            node(value, 0, true);
            String text = out.toString();
            return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        }

        private void node(@Nullable Object value, int indent, boolean atStart) {
            if (value instanceof Map<?, ?> map && !map.isEmpty()) {
                boolean first = atStart;
                for (String key : new TreeSet<>(keys(map))) {
                    pad(first ? 0 : indent);
                    first = false;
                    entry(key, map.get(key), indent);
                }
            } else if (value instanceof List<?> list && !list.isEmpty()) {
                boolean first = atStart;
                for (Object item : list) {
                    pad(first ? 0 : indent);
                    first = false;
                    out.append("- ");
                    node(item, indent + 2, true);
                }
            } else {
                out.append(shifted(Yaml.write(value), indent)).append('\n');
            }
        }

        private void entry(String key, @Nullable Object value, int indent) {
            boolean nested = (value instanceof Map<?, ?> map && !map.isEmpty())
                    || (value instanceof List<?> list && !list.isEmpty());
            if (nested) {
                String head = Yaml.write(Collections.singletonMap(key, null));
                out.append(head, 0, head.length() - " null".length()).append('\n');
                node(value, indent + 2, false);
            } else {
                out.append(shifted(Yaml.write(Collections.singletonMap(key, value)), indent))
                        .append('\n');
            }
        }

        private static List<String> keys(Map<?, ?> map) {
            return map.keySet().stream().map(String::valueOf).toList();
        }

        private static String shifted(String text, int indent) {
            return text.replaceAll("\n(?=.)", "\n" + " ".repeat(indent));
        }

        private void pad(int indent) {
            out.append(" ".repeat(indent));
        }
    }
}
