package dev.slipway.scaffolding.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that is wrong with a field's value and those below it. */
final class Problems {

    private static final Set<String> OF_PARTS = Set.of(
            "properties",
            "required",
            "items",
            "additionalItems",
            "additionalProperties",
            "allOf",
            "if",
            "then",
            "else",
            "dependencies",
            "dependentRequired",
            "dependentSchemas",
            "definitions",
            "$defs",
            "oneOf",
            "anyOf",
            "not",
            "propertyNames");
    private static final Set<String> NOT_RULES = Set.of(
            "errorMessage",
            "enumNames",
            "default",
            "examples",
            "title",
            "description",
            "definitions",
            "$defs",
            "$id",
            "$schema");

    private final List<FieldProblem> problems = new ArrayList<>();

    private Problems() {}

    static List<FieldProblem> of(FormField page) {
        Problems found = new Problems();
        found.object(page);
        return found.problems;
    }

    private void value(FormField field, Map<String, @Nullable Object> parent) {
        if (field.type().equals("null")) {
            return;
        }
        if (Plain.blank(field.value())) {
            if (field.required()) {
                add(field, Messages.required(field, parent));
            }
        } else if (field.fieldset()) {
            rules(field, without(field.schema(), OF_PARTS));
            object(field);
        } else if (field.rows()) {
            rules(field, without(field.schema(), Set.of("items", "additionalItems")));
            field.children().forEach(row -> row(row, field.schema()));
        } else {
            named(field);
            ofItsKind(field);
        }
    }

    /** What the template itself asks is narrower than what every field of the kind does, and would contradict it. */
    private void ofItsKind(FormField field) {
        int before = problems.size();
        rules(field, field.schema());
        if (problems.size() == before) {
            FieldRules.problems(field, field.value()).forEach(message -> add(field, message));
        }
    }

    private void row(FormField row, Map<String, @Nullable Object> list) {
        if (Plain.blank(row.value()) && !row.fieldset()) {
            add(row, "Fill this in, or remove the entry.");
        } else {
            value(row, list);
        }
    }

    private void object(FormField field) {
        field.children().forEach(child -> value(child, field.schema()));
        field.constraints().forEach(constraint -> constraint(field, constraint));
        boolean page = field.path().startsWith("#");
        if (field.free()) {
            named(field);
            field.entries().forEach((name, value) -> entry(field, name, value));
        } else if (!page && !open(field)) {
            Plain.map(field.value()).keySet().stream()
                    .filter(name -> !mentions(field.schema(), name))
                    .forEach(name ->
                            problems.add(new FieldProblem(field.path() + "." + name, "There is no such field here.")));
        }
    }

    private void named(FormField field) {
        if (field.free() && Plain.map(field.value()).containsKey("")) {
            add(field, "An entry has a value and no name.");
        }
    }

    private void entry(FormField field, String name, @Nullable Object value) {
        Map<String, @Nullable Object> schema = Plain.map(field.schema().get("additionalProperties"));
        if (!schema.isEmpty()) {
            JsonSchemas.problems(schema, value)
                    .forEach(violation ->
                            problems.add(new FieldProblem(field.path() + "." + name, Messages.of(field, violation))));
        }
    }

    private void constraint(FormField field, Map<String, @Nullable Object> constraint) {
        String keyword = constraint.keySet().iterator().next();
        if (!keyword.equals("oneOf") && !keyword.equals("anyOf")) {
            rules(field, constraint);
            return;
        }
        List<@Nullable Object> parts = Plain.list(constraint.get(keyword));
        long kept = parts.stream()
                .filter(part -> Conditions.holds(Plain.map(part), field.value()))
                .count();
        if (kept == 0 || (kept > 1 && keyword.equals("oneOf"))) {
            problems.add(new FieldProblem(
                    field.path().startsWith("#") ? "" : field.path(), Messages.alternatives(field, parts, kept > 1)));
        }
    }

    private void rules(FormField field, Map<String, @Nullable Object> schema) {
        Map<String, @Nullable Object> rules = without(schema, NOT_RULES);
        if (rules.isEmpty()) {
            return;
        }
        for (JsonSchemas.Violation violation : JsonSchemas.problems(rules, withoutBlanks(field.value()))) {
            boolean below = !violation.path().isEmpty() && !field.path().startsWith("#");
            String path = below ? field.path() + "." + violation.path() : field.path();
            problems.add(new FieldProblem(path.startsWith("#") ? "" : path, Messages.of(field, violation)));
        }
    }

    /** In an object, an empty answer is none. */
    private static @Nullable Object withoutBlanks(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Map<String, @Nullable Object> filled = new LinkedHashMap<>(Plain.map(map));
        filled.values().removeIf(Plain::blank);
        return filled;
    }

    private void add(FormField field, String message) {
        problems.add(new FieldProblem(field.path(), message));
    }

    private static Map<String, @Nullable Object> without(Map<String, @Nullable Object> schema, Set<String> keys) {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(schema);
        rest.keySet().removeIf(key -> keys.contains(key) || key.startsWith("ui:"));
        return rest;
    }

    /** Whether an object may have more than its schema names. */
    static boolean open(FormField field) {
        Object more = field.schema().get("additionalProperties");
        return more != null && !Boolean.FALSE.equals(more);
    }

    /** Whether a schema has a property of this name anywhere. */
    static boolean mentions(@Nullable Object schema, String name) {
        return switch (schema) {
            case Map<?, ?> map ->
                Plain.map(map.get("properties")).containsKey(name)
                        || map.values().stream().anyMatch(value -> mentions(value, name));
            case List<?> list -> list.stream().anyMatch(value -> mentions(value, name));
            case null, default -> false;
        };
    }
}
