package dev.slipway.scaffolding.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A field of an action's schema, for people to read.
 *
 * @param name with the names of what it lies in: {@code files[].from}
 * @param type words; {@code any} where the schema says nothing
 */
public record SchemaField(String name, String type, boolean required, String description) {

    private static final int DEEPEST = 4;

    /** The fields of an object's schema, each followed by those in it. */
    public static List<SchemaField> of(Map<String, Object> schema) {
        List<SchemaField> fields = new ArrayList<>();
        add("", schema, 0, fields);
        return fields;
    }

    private static void add(String prefix, Map<?, ?> schema, int depth, List<SchemaField> fields) {
        List<?> required = schema.get("required") instanceof List<?> list ? list : List.of();
        if (depth < DEEPEST && schema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((key, value) -> {
                Map<?, ?> field = value instanceof Map<?, ?> map ? map : Map.of();
                String name = prefix + key;
                Object description = field.get("description");
                fields.add(new SchemaField(
                        name, type(field), required.contains(key), description == null ? "" : description.toString()));
                add(name + ".", field, depth + 1, fields);
                if (field.get("items") instanceof Map<?, ?> items) {
                    add(name + "[].", items, depth + 1, fields);
                }
            });
        }
    }

    private static String type(Map<?, ?> schema) {
        if (schema.get("enum") instanceof List<?> choices) {
            return words(choices);
        }
        return switch (schema.get("type")) {
            case List<?> types -> words(types);
            case String type
            when type.equals("array") && schema.get("items") instanceof Map<?, ?> items -> "list of " + type(items);
            case String type -> type.equals("array") ? "list" : type;
            case null, default -> "any";
        };
    }

    private static String words(List<? extends @Nullable Object> choices) {
        return choices.stream().map(String::valueOf).collect(Collectors.joining(" or "));
    }
}
