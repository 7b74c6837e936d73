package dev.slipway.scaffolding.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The part of an answer that fields are shown for. */
final class Shown {

    private Shown() {}

    /** Null when there is none. */
    static @Nullable Object value(FormField field) {
        if (field.type().equals("null") || Plain.blank(field.value())) {
            return null;
        }
        if (field.fieldset() && field.value() instanceof Map<?, ?> map) {
            return object(field, Plain.map(map));
        }
        if (field.rows() && field.value() instanceof List<?>) {
            return field.children().stream()
                    .map(Shown::value)
                    .filter(Objects::nonNull)
                    .toList();
        }
        return field.value();
    }

    private static Map<String, @Nullable Object> object(FormField field, Map<String, @Nullable Object> map) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        if (Problems.open(field)) {
            map.forEach((key, value) -> {
                if (!Problems.mentions(field.schema(), key)) {
                    shown.put(key, value);
                }
            });
        }
        for (FormField child : field.children()) {
            Object value = value(child);
            if (value != null) {
                shown.put(child.name(), value);
            }
        }
        return shown;
    }
}
