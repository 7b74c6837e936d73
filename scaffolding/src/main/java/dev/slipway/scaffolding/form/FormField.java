package dev.slipway.scaffolding.form;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form.
 *
 * @param title the name when the schema has none
 * @param type of JSON: string, integer, number, boolean, array, object, null
 * @param options of a choice; empty when anything may be entered
 * @param field the value of {@code ui:field}, for example OwnerPicker; empty for a plain one
 * @param widget the value of {@code ui:widget}, for example textarea; empty for the usual one
 * @param schema everything else the schema says
 */
public record FormField(
        String name,
        String title,
        String description,
        String type,
        boolean required,
        @Nullable Object defaultValue,
        List<Option> options,
        String field,
        String widget,
        String placeholder,
        String help,
        boolean autofocus,
        Map<String, @Nullable Object> schema) {

    /** One of the values to choose from. */
    public record Option(String value, String label) {}

    /** Whether its value must not be stored or shown. */
    public boolean secret() {
        return field.equals("Secret") || widget.equals("password");
    }

    /** What was typed, as a value of the field's type; the text itself when it is not one, for validation to say so. */
    public @Nullable Object parse(String entered) {
        String text = entered.strip();
        return switch (type) {
            case "boolean" -> text.equals("true") || text.equals("on");
            case "integer" ->
                text.isEmpty() ? null : text.matches("-?[0-9]{1,15}") ? (Object) Long.valueOf(text) : text;
            case "number" -> text.isEmpty() ? null : number(text);
            case "array" ->
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
            default -> text.isEmpty() ? null : text;
        };
    }

    private static Object number(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException _) {
            return text;
        }
    }
}
