package dev.slipway.scaffolding.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The part of an answer that fields are shown for. */
final class Shown {

    private Shown() {}

    /**
     * Null when there is none.
     *
     * @param secrets takes those that there are, by name; they are no part of the answer
     */
    static @Nullable Object value(FormField field, Map<String, String> secrets) {
        if (field.type().equals("null") || Plain.blank(field.value())) {
            return null;
        }
        if (field.secret()) {
            secrets.put(field.name(), Plain.shown(field.value()));
            return null;
        }
        if (field.fieldset() && field.value() instanceof Map<?, ?> map) {
            return object(field, Plain.map(map), secrets);
        }
        if (field.rows() && field.value() instanceof List<?>) {
            return field.children().stream()
                    .map(row -> value(row, secrets))
                    .filter(Objects::nonNull)
                    .toList();
        }
        return field.value();
    }

    private static Map<String, @Nullable Object> object(
            FormField field, Map<String, @Nullable Object> map, Map<String, String> secrets) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        if (Problems.open(field)) {
            map.forEach((key, value) -> {
                if (!Problems.mentions(field.schema(), key)) {
                    shown.put(key, value);
                }
            });
        }
        for (FormField child : field.children()) {
            Object value = value(child, secrets);
            if (value != null) {
                shown.put(child.name(), value);
            }
        }
        return shown;
    }
}
