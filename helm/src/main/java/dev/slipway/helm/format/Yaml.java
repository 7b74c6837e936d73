package dev.slipway.helm.format;

import dev.slipway.gotemplate.GoObject;
import dev.slipway.kustomize.emit.Emitter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes YAML as sigs.k8s.io/yaml does. */
public final class Yaml {

    private Yaml() {}

    /** Without the line break at the end, as Helm's {@code toYaml} gives it. */
    public static String write(@Nullable Object value) {
        String text = Emitter.document(plain(value));
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    /** What is no plain value made one, by way of its JSON. */
    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Json.Encoded encoded -> plain(encoded.json());
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((key, item) -> copy.put(String.valueOf(key), plain(item)));
                yield copy;
            }
            case List<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>(list.size());
                list.forEach(item -> copy.add(plain(item)));
                yield copy;
            }
            case byte[] bytes -> java.util.Base64.getEncoder().encodeToString(bytes);
            case GoObject object -> object.print();
            default -> value;
        };
    }
}
