package dev.slipway.scaffolding.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes outputs that look like an action's, from its schema. */
public final class Examples {

    private Examples() {}

    /** For each property its first example, its default, or what its type can be; properties that say neither are left out. */
    public static Map<String, @Nullable Object> of(Map<String, Object> outputSchema) {
        Map<String, @Nullable Object> examples = new LinkedHashMap<>();
        if (outputSchema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, schema) -> {
                Object example = schema instanceof Map<?, ?> map ? example(map, String.valueOf(name)) : null;
                if (example != null) {
                    examples.put(String.valueOf(name), example);
                }
            });
        }
        return examples;
    }

    private static @Nullable Object example(Map<?, ?> schema, String name) {
        if (schema.get("examples") instanceof List<?> examples && !examples.isEmpty()) {
            return examples.getFirst();
        }
        if (schema.get("default") != null) {
            return schema.get("default");
        }
        return switch (String.valueOf(schema.get("type"))) {
            case "string" -> "example-" + name;
            case "integer", "number" -> 1L;
            case "boolean" -> true;
            case "array" -> List.of();
            case "object" -> Map.of();
            default -> null;
        };
    }
}
