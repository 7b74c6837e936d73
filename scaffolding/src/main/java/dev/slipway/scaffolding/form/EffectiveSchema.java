package dev.slipway.scaffolding.form;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a page has for some values: {@code allOf} with {@code if}, {@code then} and {@code else}, and {@code
 * dependencies}, both as lists and with {@code oneOf}, are resolved.
 */
final class EffectiveSchema {

    private static final int MOST_ROUNDS = 10;

    private final Map<String, Map<String, @Nullable Object>> properties = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();
    private final Map<String, @Nullable Object> values;

    private EffectiveSchema(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    static EffectiveSchema of(Map<String, @Nullable Object> page, Map<String, @Nullable Object> values) {
        EffectiveSchema schema = new EffectiveSchema(values);
        schema.add(page, 0);
        return schema;
    }

    Map<String, Map<String, @Nullable Object>> properties() {
        return properties;
    }

    Set<String> required() {
        return required;
    }

    private void add(Map<String, @Nullable Object> schema, int depth) {
        if (depth > MOST_ROUNDS) {
            return;
        }
        map(schema.get("properties")).forEach((name, property) -> addProperty(name, map(property)));
        list(schema.get("required")).forEach(name -> required.add(String.valueOf(name)));
        list(schema.get("allOf")).forEach(part -> add(map(part), depth + 1));
        if (schema.containsKey("if")) {
            boolean holds = JsonSchemas.holds(map(schema.get("if")), values);
            add(map(schema.get(holds ? "then" : "else")), depth + 1);
        }
        map(schema.get("dependencies")).forEach((name, dependency) -> addDependency(name, dependency, depth));
    }

    /** A later description of a property adds to an earlier one; a bare {@code const} only selects. */
    private void addProperty(String name, Map<String, @Nullable Object> property) {
        boolean selectsOnly = properties.containsKey(name)
                && (property.containsKey("const") || property.containsKey("enum"))
                && !property.containsKey("title");
        if (!selectsOnly) {
            properties.merge(name, property, EffectiveSchema::merged);
        }
    }

    private static Map<String, @Nullable Object> merged(
            Map<String, @Nullable Object> first, Map<String, @Nullable Object> second) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(first);
        merged.putAll(second);
        return merged;
    }

    private void addDependency(String name, @Nullable Object dependency, int depth) {
        Object value = values.get(name);
        if (value == null || "".equals(value)) {
            return;
        }
        if (dependency instanceof List<?> names) {
            names.forEach(other -> required.add(String.valueOf(other)));
            return;
        }
        Map<String, @Nullable Object> schema = map(dependency);
        add(schema, depth + 1);
        for (Object branch : list(schema.get("oneOf"))) {
            Map<String, @Nullable Object> selector =
                    map(map(map(branch).get("properties")).get(name));
            if (selector.isEmpty() || JsonSchemas.holds(selector, value)) {
                add(map(branch), depth + 1);
                return;
            }
        }
    }

    @SuppressWarnings("unchecked") // schemas come from YAML: keys are texts
    static Map<String, @Nullable Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }

    @SuppressWarnings("unchecked") // schemas come from YAML
    static List<@Nullable Object> list(@Nullable Object value) {
        return value instanceof List<?> list ? (List<@Nullable Object>) list : List.of();
    }
}
