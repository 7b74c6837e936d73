package dev.slipway.scaffolding.form;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a value keeps a schema. What conditions are usually made of is decided here; the rest is the validator's. */
final class Conditions {

    private static final Set<String> EASY = Set.of(
            "const",
            "enum",
            "properties",
            "required",
            "not",
            "allOf",
            "anyOf",
            "type",
            "title",
            "description",
            "default");

    private Conditions() {}

    static boolean holds(Map<String, @Nullable Object> schema, @Nullable Object value) {
        boolean easy = schema.keySet().stream().allMatch(key -> EASY.contains(key) || key.startsWith("ui:"));
        return easy ? keeps(schema, value) : JsonSchemas.holds(schema, value);
    }

    private static boolean keeps(Map<String, @Nullable Object> schema, @Nullable Object value) {
        return (!schema.containsKey("const") || Plain.same(schema.get("const"), value))
                && (!(schema.get("enum") instanceof List<?> allowed)
                        || allowed.stream().anyMatch(each -> Plain.same(each, value)))
                && (!schema.containsKey("type") || JsonSchemas.isOf(schema.get("type"), value))
                && (!(value instanceof Map<?, ?> map) || keepsAsObject(schema, Plain.map(map)))
                && (!schema.containsKey("not") || !holds(Plain.map(schema.get("not")), value))
                && Plain.list(schema.get("allOf")).stream().allMatch(part -> holds(Plain.map(part), value))
                && (!(schema.get("anyOf") instanceof List<?> parts)
                        || parts.stream().anyMatch(part -> holds(Plain.map(part), value)));
    }

    /** An absent property keeps every schema; an empty answer counts as absent. */
    private static boolean keepsAsObject(Map<String, @Nullable Object> schema, Map<String, @Nullable Object> value) {
        return Plain.list(schema.get("required")).stream()
                        .noneMatch(name -> Plain.blank(value.get(String.valueOf(name))))
                && Plain.map(schema.get("properties")).entrySet().stream()
                        .allMatch(property -> Plain.blank(value.get(property.getKey()))
                                || holds(Plain.map(property.getValue()), value.get(property.getKey())));
    }
}
