package dev.slipway.scaffolding.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills in the defaults of fields without an answer. */
final class Defaults {

    private Defaults() {}

    static Map<String, @Nullable Object> fill(List<FormField> fields, Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> filled = new LinkedHashMap<>(values);
        for (FormField field : fields) {
            Object value = filled.containsKey(field.name()) ? below(field, filled.get(field.name())) : start(field);
            if (value != null) {
                filled.put(field.name(), value);
            }
        }
        return filled;
    }

    /** What a field without an answer starts with; an object with nothing in it is left out. */
    static @Nullable Object start(FormField field) {
        Object own = field.defaultValue();
        if (!field.fieldset()) {
            return own;
        }
        Map<String, @Nullable Object> filled = fill(field.children(), Plain.map(own));
        return filled.isEmpty() ? null : filled;
    }

    private static @Nullable Object below(FormField field, @Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map when field.fieldset() -> fill(field.children(), Plain.map(map));
            case List<?> list when field.rows() -> rows(field, Plain.list(list));
            case null, default -> value;
        };
    }

    private static List<@Nullable Object> rows(FormField field, List<@Nullable Object> values) {
        List<@Nullable Object> filled = new ArrayList<>(values);
        for (int i = 0; i < Math.min(field.children().size(), values.size()); i++) {
            FormField row = field.children().get(i);
            boolean fresh = values.get(i) == null && row.fieldset();
            filled.set(i, fresh ? fill(row.children(), Map.of()) : below(row, values.get(i)));
        }
        return filled;
    }
}
