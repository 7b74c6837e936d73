package dev.slipway.scaffolding.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes fields of properties, and validates one value. */
final class Fields {

    private Fields() {}

    static FormField of(String name, Map<String, @Nullable Object> property, boolean required) {
        return new FormField(
                name,
                text(property, "title", name),
                text(property, "description", ""),
                text(property, "type", "string"),
                required,
                property.get("default"),
                options(property),
                text(property, "ui:field", ""),
                text(property, "ui:widget", ""),
                text(property, "ui:placeholder", ""),
                text(property, "ui:help", ""),
                Boolean.TRUE.equals(property.get("ui:autofocus")),
                property);
    }

    private static String text(Map<String, @Nullable Object> property, String key, String otherwise) {
        Object value = property.get(key);
        return value == null ? otherwise : value.toString();
    }

    private static List<FormField.Option> options(Map<String, @Nullable Object> property) {
        List<@Nullable Object> values = EffectiveSchema.list(property.get("enum"));
        List<@Nullable Object> names = EffectiveSchema.list(property.get("enumNames"));
        List<FormField.Option> options = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String value = String.valueOf(values.get(i));
            options.add(new FormField.Option(value, i < names.size() ? String.valueOf(names.get(i)) : value));
        }
        return options;
    }

    static List<FieldProblem> problems(FormField field, @Nullable Object value) {
        if (value == null || "".equals(value)) {
            return field.required() ? List.of(new FieldProblem(field.name(), "Please fill this in.")) : List.of();
        }
        Map<String, @Nullable Object> schema = new LinkedHashMap<>(field.schema());
        schema.keySet().removeIf(key -> key.startsWith("ui:") || key.equals("errorMessage") || key.equals("enumNames"));
        return JsonSchemas.problems(schema, value).stream()
                .map(violation -> new FieldProblem(field.name(), message(field, violation)))
                .toList();
    }

    /** The template's own words for a keyword, where it has some. */
    private static String message(FormField field, JsonSchemas.Violation violation) {
        Object own = EffectiveSchema.map(field.schema().get("errorMessage")).get(violation.keyword());
        String message = own == null ? violation.message() : own.toString();
        return violation.path().isEmpty() ? message : violation.path() + ": " + message;
    }
}
