package dev.slipway.scaffolder.preview;

import dev.slipway.scaffolder.form.FormState;
import dev.slipway.scaffolding.form.FormField;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stands in for answers that are still missing, so that the rest can be shown. */
final class Placeholders {

    private static final String OPENING = "‹";

    private Placeholders() {}

    /** The answers with a placeholder for each required text of a page that has none. */
    static FormState fill(FormState state) {
        Map<String, @Nullable Object> values = state.withDefaults();
        Map<String, @Nullable Object> filled = new LinkedHashMap<>(values);
        for (int page = 0; page < state.form().pages(); page++) {
            for (FormField field : state.form().fields(page, values)) {
                if (field.required()
                        && field.value() == null
                        && field.type().equals("string")
                        && field.options().isEmpty()) {
                    filled.put(field.name(), placeholder(field));
                }
            }
        }
        return new FormState(state.form(), filled, state.choices());
    }

    /** Whether the field's value is one, and no answer. */
    static boolean stands(FormField field) {
        return placeholder(field).equals(field.value());
    }

    private static String placeholder(FormField field) {
        return field.field().equals("RepoUrlPicker")
                ? "example.org?owner=owner&repo=repository"
                : OPENING + field.name() + "›";
    }

    /** Whether a message is about an answer that is still missing. */
    static boolean standIn(String message) {
        return message.contains(OPENING);
    }
}
