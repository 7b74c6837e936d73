package dev.slipway.scaffolding.form;

import dev.slipway.scaffolding.form.FormField.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The values that a field offers, and values of what was typed. */
final class Choices {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Choices() {}

    /** A value as the schema has it, with what people read. */
    private record Choice(@Nullable Object value, String label) {

        String text() {
            return Objects.toString(value, "");
        }
    }

    static List<Option> of(FormField field) {
        List<@Nullable Object> disabled = Plain.list(field.ui("enumDisabled"));
        return choices(field).stream()
                .map(choice -> new Option(
                        choice.text(),
                        choice.label(),
                        disabled.stream().anyMatch(each -> Plain.same(each, choice.value()))))
                .toList();
    }

    private static List<Choice> choices(FormField field) {
        Map<String, @Nullable Object> schema = field.schema();
        if (field.type().equals("array")) {
            return choices(Plain.map(schema.get("items")), names(field));
        }
        List<Choice> listed = choices(schema, names(field));
        boolean worded = field.widget().equals("radio")
                || field.widget().equals("select")
                || !names(field).isEmpty();
        return listed.isEmpty() && field.type().equals("boolean") && worded ? yesAndNo(names(field)) : listed;
    }

    private static List<@Nullable Object> names(FormField field) {
        Object own = field.schema().get("enumNames");
        return Plain.list(own == null ? field.ui("enumNames") : own);
    }

    private static List<Choice> yesAndNo(List<@Nullable Object> names) {
        boolean named = names.size() == 2;
        return List.of(
                new Choice(true, named ? Plain.shown(names.get(0)) : "Yes"),
                new Choice(false, named ? Plain.shown(names.get(1)) : "No"));
    }

    private static List<Choice> choices(Map<String, @Nullable Object> schema, List<@Nullable Object> outer) {
        List<@Nullable Object> values = Plain.list(schema.get("enum"));
        List<@Nullable Object> names = schema.containsKey("enumNames") ? Plain.list(schema.get("enumNames")) : outer;
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String text = Plain.shown(values.get(i));
            choices.add(new Choice(values.get(i), i < names.size() ? Plain.shown(names.get(i)) : text));
        }
        return choices.isEmpty() ? constants(schema) : choices;
    }

    /** {@code oneOf} of nothing but constants with titles. */
    private static List<Choice> constants(Map<String, @Nullable Object> schema) {
        for (String keyword : List.of("oneOf", "anyOf")) {
            List<@Nullable Object> parts = Plain.list(schema.get(keyword));
            if (!parts.isEmpty()
                    && parts.stream().allMatch(part -> Plain.map(part).containsKey("const"))) {
                return parts.stream().map(part -> constant(Plain.map(part))).toList();
            }
        }
        return List.of();
    }

    private static Choice constant(Map<String, @Nullable Object> part) {
        Object value = part.get("const");
        return new Choice(value, Plain.text(part, "title", Plain.shown(value)));
    }

    static @Nullable Object parse(FormField field, String entered) {
        for (Choice choice : choices(field)) {
            if (choice.text().equals(entered)) {
                return choice.value();
            }
        }
        boolean asWritten = field.type().equals("string")
                && (field.secret() || field.widget().equals("textarea"));
        return asWritten ? (entered.isEmpty() ? null : entered) : typed(field.type(), entered.strip());
    }

    /** By the schema of such entries; one that says nothing takes texts, and lists and maps as JSON. */
    static @Nullable Object parseEntry(FormField field, String name, String entered) {
        Object start = Plain.map(field.defaultValue()).get(name);
        if (start != null && written(start).equals(entered)) {
            return start;
        }
        Map<String, @Nullable Object> schema = Plain.map(field.schema().get("additionalProperties"));
        String text = entered.strip();
        String type = schema.isEmpty()
                ? (text.startsWith("{") || text.startsWith("[") ? "object" : "string")
                : Types.of(schema);
        return typed(type, text);
    }

    private static String written(Object value) {
        return value instanceof Map || value instanceof List ? JSON.writeValueAsString(value) : value.toString();
    }

    private static @Nullable Object typed(String type, String text) {
        return switch (type) {
            case "boolean" -> text.isEmpty() ? null : (Object) (text.equals("true") || text.equals("on"));
            case "integer", "number" -> text.isEmpty() ? null : number(type, text);
            case "object", "array" -> text.isEmpty() ? null : json(text);
            case "null" -> null;
            default -> text.isEmpty() ? null : text;
        };
    }

    private static Object number(String type, String text) {
        if (text.matches("-?[0-9]{1,15}")) {
            return Long.valueOf(text);
        }
        try {
            return type.equals("integer") ? text : Double.valueOf(text);
        } catch (NumberFormatException _) {
            return text;
        }
    }

    private static Object json(String text) {
        try {
            return JSON.readValue(text, Object.class);
        } catch (JacksonException _) {
            return text;
        }
    }
}
