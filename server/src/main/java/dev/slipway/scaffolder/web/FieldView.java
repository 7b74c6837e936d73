package dev.slipway.scaffolder.web;

import dev.slipway.scaffolding.form.FormField;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A field as the page shows it.
 *
 * @param input what {@code name} the control has in the request
 * @param value as text; lists one entry per line
 * @param options to choose from; empty for free text
 * @param errors everything wrong with the value
 */
public record FieldView(
        FormField field,
        String input,
        Control control,
        String value,
        List<FormField.Option> options,
        List<String> errors) {

    /** What it is entered with. */
    public enum Control {
        TEXT,
        TEXTAREA,
        NUMBER,
        SWITCH,
        SELECT,
        RADIO
    }

    static FieldView of(FormField field, @Nullable Object value, List<FormField.Option> options, List<String> errors) {
        return new FieldView(
                field, "v." + field.name(), control(field, options), text(value), options, List.copyOf(errors));
    }

    private static Control control(FormField field, List<FormField.Option> options) {
        if (field.type().equals("boolean")) {
            return Control.SWITCH;
        }
        if (!options.isEmpty()) {
            return field.widget().equals("radio") ? Control.RADIO : Control.SELECT;
        }
        return switch (field.type()) {
            case "integer", "number" -> Control.NUMBER;
            case "array" -> Control.TEXTAREA;
            default -> field.widget().equals("textarea") ? Control.TEXTAREA : Control.TEXT;
        };
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining("\n"));
            default -> value.toString();
        };
    }

    public boolean on() {
        return value.equals("true");
    }

    /** The value for the review: words instead of true and false. */
    public String shown() {
        if (control == Control.SWITCH) {
            return on() ? "Yes" : "No";
        }
        return field.secret() ? "•••••" : value.isEmpty() ? "—" : value;
    }

    /** What stands in the schema, for the browser's own checks; null when it says nothing. */
    public @Nullable String rule(String keyword) {
        Object rule = field.schema().get(keyword);
        return rule == null ? null : rule.toString();
    }
}
