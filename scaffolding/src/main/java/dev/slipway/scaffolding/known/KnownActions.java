package dev.slipway.scaffolding.known;

import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.scaffolding.action.Action;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The actions that publish to hosts and call engines, with the inputs and outputs that Backstage's documentation gives them.
 * They run dry; an adapter's action of the same id replaces one.
 */
public final class KnownActions {

    private static final String FILE = "known-actions.yaml";

    private KnownActions() {}

    /** In the order of the file. */
    public static List<Action> all() {
        YamlMap file = YamlReader.core()
                .document(FILE, text())
                .flatMap(YamlValue::asMap)
                .orElseThrow();
        return file.entries().stream()
                .map(entry -> action(entry.key().text(), entry.value().asMap().orElseThrow()))
                .toList();
    }

    /** The outputs of one of them, with examples. */
    public static Map<String, Object> outputSchema(String id) {
        return all().stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The action \"" + id + "\" is not known."))
                .outputSchema();
    }

    private static Action action(String id, YamlMap fields) {
        return new KnownAction(
                id,
                fields.text("description").orElse(""),
                fields.text("adapter").orElse(""),
                schema(fields.map("input").map(YamlMap::plain).orElse(Map.of())),
                schema(fields.map("output").map(YamlMap::plain).orElse(Map.of())));
    }

    /** Properties that are required end in {@code *}; their value is a type or a whole schema. */
    private static Map<String, Object> schema(Map<String, @Nullable Object> properties) {
        Map<String, Object> schemas = new LinkedHashMap<>();
        properties.forEach((name, value) -> schemas.put(
                name.replace("*", ""),
                value instanceof String type ? Map.of("type", type) : Objects.requireNonNullElse(value, Map.of())));
        List<String> required = properties.keySet().stream()
                .filter(name -> name.endsWith("*"))
                .map(name -> name.replace("*", ""))
                .toList();
        return Map.of("type", "object", "required", required, "properties", schemas);
    }

    private static String text() {
        try (InputStream file = KnownActions.class.getResourceAsStream(FILE)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
