package dev.slipway.kustomize.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes plain values as sigs.k8s.io/yaml does: keys in natural order, lists not indented under their key, texts folded
 * at 80 columns, quotes where YAML 1.1 needs them.
 */
public final class Emitter {
    private static final int LONGEST_SIMPLE_KEY = 128;

    /** Of a character in UTF-8. */
    private static final int MOST_BYTES = 3;

    private static final NaturalOrder ORDER = new NaturalOrder();

    private final Output out = new Output();

    private Emitter() {}

    /** One document, ending in a line break. */
    public static String document(@Nullable Object value) {
        Emitter emitter = new Emitter();
        emitter.node(value, 0);
        return emitter.out.end();
    }

    /** A scalar that becomes a text, as kustomize writes annotations; what is none becomes the empty text. */
    public static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> _ -> "";
            case List<?> _ -> "";
            case Double number -> GoNumbers.yaml3(number);
            default -> value.toString();
        };
    }

    private void node(@Nullable Object value, int indent) {
        switch (value) {
            case Map<?, ?> map when !map.isEmpty() -> map(map, indent);
            case List<?> list when !list.isEmpty() -> list(list, indent);
            case Map<?, ?> _ -> out.token("{}");
            case List<?> _ -> out.token("[]");
            case String text -> new ScalarWriter(out, indent, false).write(text);
            case null -> out.token("null");
            case Double number -> out.token(GoNumbers.yaml(number));
            default -> out.token(value.toString());
        }
    }

    private void map(Map<?, ?> map, int indent) {
        List<String> keys = new ArrayList<>(map.size());
        map.keySet().forEach(key -> keys.add((String) key));
        ORDER.sorted(keys).forEach(key -> entry(key, map.get(key), indent));
    }

    private void entry(String key, @Nullable Object value, int indent) {
        out.newLine(indent);
        if (isSimple(key)) {
            new ScalarWriter(out, indent, true).write(key);
            out.append(":");
        } else {
            out.indicator("?");
            new ScalarWriter(out, indent, false).write(key);
            out.newLine(indent);
            out.indicator(":");
        }
        boolean deeper = value instanceof Map<?, ?> inner && !inner.isEmpty();
        node(value, deeper ? indent + 2 : indent);
    }

    private static boolean isSimple(String key) {
        boolean isShort = key.length() <= LONGEST_SIMPLE_KEY / MOST_BYTES
                || key.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= LONGEST_SIMPLE_KEY;
        return isShort && !Analysis.of(key).multiline();
    }

    private void list(List<?> list, int indent) {
        for (Object item : list) {
            out.newLine(indent);
            out.indicator("-");
            node(item, indent + (item instanceof Map<?, ?> || item instanceof List<?> ? 2 : 0));
        }
    }
}
