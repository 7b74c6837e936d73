package dev.slipway.scaffolding.known;

import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.documents.yaml.YamlWriter;
import dev.slipway.scaffolding.action.ActionDescription;
import dev.slipway.scaffolding.action.ActionExample;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What actions say of themselves, as one of this package's files has it. */
record Descriptions(List<Described> entries) {

    /**
     * @param adapter what carries it out; empty for one that needs nothing
     * @param reason why nothing else does; may be empty
     */
    record Described(ActionDescription about, String adapter, String reason) {}

    static Descriptions read(String file) {
        YamlMap actions = YamlReader.core()
                .document(file, text(file))
                .flatMap(YamlValue::asMap)
                .orElseThrow();
        return new Descriptions(actions.entries().stream()
                .map(entry ->
                        described(entry.key().text(), entry.value().asMap().orElseThrow()))
                .toList());
    }

    Optional<ActionDescription> find(String id) {
        return entries.stream()
                .map(Described::about)
                .filter(about -> about.id().equals(id))
                .findFirst();
    }

    private static Described described(String id, YamlMap fields) {
        ActionDescription about = new ActionDescription(
                id,
                fields.text("description").orElse(""),
                schema(fields, "input"),
                schema(fields, "output"),
                fields.items("examples").stream()
                        .flatMap(example -> example.asMap().stream())
                        .map(example -> example(id, example))
                        .toList());
        return new Described(
                about, fields.text("adapter").orElse(""), fields.text("reason").orElse(""));
    }

    private static Map<String, Object> schema(YamlMap fields, String key) {
        return schema(fields.map(key).map(YamlMap::plain).orElse(Map.of()));
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

    /** A step as it would stand in a template. */
    private static ActionExample example(String id, YamlMap example) {
        Map<String, @Nullable Object> step = new LinkedHashMap<>();
        step.put("id", id.substring(id.lastIndexOf(':') + 1));
        step.put("action", id);
        example.map("input").map(YamlMap::plain).ifPresent(input -> step.put("input", input));
        return new ActionExample(
                example.text("description").orElse(""), YamlWriter.text(Map.of("steps", List.of(step))));
    }

    private static String text(String name) {
        try (InputStream file = Descriptions.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
