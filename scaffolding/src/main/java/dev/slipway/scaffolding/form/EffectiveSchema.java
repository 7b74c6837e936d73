package dev.slipway.scaffolding.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an object's schema comes to for some values: {@code allOf}, {@code if} with {@code then} and {@code else}, {@code
 * dependencies} both as lists and with {@code oneOf}, {@code $ref}, and alternatives to choose from are resolved. Source of the
 * meaning: react-jsonschema-form, which Backstage shows forms with.
 */
final class EffectiveSchema {

    private static final int DEEPEST = 12;

    private final Map<String, Map<String, @Nullable Object>> properties = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();
    private final List<Map<String, @Nullable Object>> constraints = new ArrayList<>();
    private final Map<String, @Nullable Object> values;
    private final Scope scope;
    private final String path;
    private Variants variants = Variants.NONE;

    private EffectiveSchema(Map<String, @Nullable Object> values, Scope scope, String path) {
        this.values = values;
        this.scope = scope;
        this.path = path;
    }

    /** @param path of the object, by which a choice between alternatives is known */
    static EffectiveSchema of(
            Map<String, @Nullable Object> schema, Map<String, @Nullable Object> values, Scope scope, String path) {
        EffectiveSchema effective = new EffectiveSchema(values, scope, path);
        effective.add(schema, 0);
        return effective;
    }

    Map<String, Map<String, @Nullable Object>> properties() {
        return properties;
    }

    Set<String> required() {
        return required;
    }

    /** Schemas that the object as a whole has to keep. */
    List<Map<String, @Nullable Object>> constraints() {
        return constraints;
    }

    Variants variants() {
        return variants;
    }

    private void add(Map<String, @Nullable Object> written, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        Map<String, @Nullable Object> schema = scope.resolved(written);
        Plain.map(schema.get("properties"))
                .forEach(
                        (name, property) -> properties.merge(name, scope.resolved(Plain.map(property)), Scope::merged));
        Plain.list(schema.get("required")).forEach(name -> required.add(String.valueOf(name)));
        Plain.list(schema.get("allOf")).forEach(part -> add(Plain.map(part), depth + 1));
        if (schema.containsKey("if")) {
            boolean holds = Conditions.holds(scope.resolved(Plain.map(schema.get("if"))), values);
            add(Plain.map(schema.get(holds ? "then" : "else")), depth + 1);
        }
        addDependencies(schema, depth);
        addAlternatives(schema, "oneOf", depth);
        addAlternatives(schema, "anyOf", depth);
        addConstraints(schema);
    }

    private void addDependencies(Map<String, @Nullable Object> schema, int depth) {
        for (String keyword : List.of("dependencies", "dependentRequired", "dependentSchemas")) {
            Plain.map(schema.get(keyword)).forEach((name, dependency) -> addDependency(name, dependency, depth));
        }
    }

    private void addDependency(String name, @Nullable Object dependency, int depth) {
        Object value = values.get(name);
        if (Plain.blank(value)) {
            return;
        }
        if (dependency instanceof List<?> names) {
            names.forEach(other -> required.add(String.valueOf(other)));
            return;
        }
        Map<String, @Nullable Object> schema = new LinkedHashMap<>(scope.resolved(Plain.map(dependency)));
        List<@Nullable Object> branches = Plain.list(schema.remove("oneOf"));
        add(schema, depth + 1);
        for (Object each : branches) {
            Map<String, @Nullable Object> branch = scope.resolved(Plain.map(each));
            Map<String, @Nullable Object> selector =
                    Plain.map(Plain.map(branch.get("properties")).get(name));
            if (selector.isEmpty() || Conditions.holds(selector, value)) {
                add(without(branch, name), depth + 1);
                return;
            }
        }
    }

    /** The branch without the property that selected it: that one is described elsewhere. */
    private static Map<String, @Nullable Object> without(Map<String, @Nullable Object> branch, String selector) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>(Plain.map(branch.get("properties")));
        properties.remove(selector);
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(branch);
        rest.put("properties", properties);
        return rest;
    }

    /** Alternatives with fields of their own are chosen from; others only have to hold. */
    private void addAlternatives(Map<String, @Nullable Object> schema, String keyword, int depth) {
        List<Map<String, @Nullable Object>> alternatives = Plain.list(schema.get(keyword)).stream()
                .map(each -> scope.resolved(Plain.map(each)))
                .toList();
        if (alternatives.isEmpty()) {
            return;
        }
        if (alternatives.stream().noneMatch(each -> each.containsKey("properties"))
                || !variants.titles().isEmpty()) {
            constraints.add(Map.of(keyword, alternatives));
            return;
        }
        variants = Variants.of(alternatives, values, scope.choices().get(path));
        add(alternatives.get(variants.chosen()), depth + 1);
    }

    private void addConstraints(Map<String, @Nullable Object> schema) {
        for (String keyword : List.of("not", "minProperties", "maxProperties", "propertyNames")) {
            Object rule = schema.get(keyword);
            if (rule != null) {
                constraints.add(Map.of(keyword, rule));
            }
        }
    }
}
