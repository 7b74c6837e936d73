package dev.slipway.scaffolding.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads plain values as what they should be; what is something else is empty. */
final class Plain {

    private Plain() {}

    @SuppressWarnings("unchecked") // schemas and answers come from YAML and JSON: keys are texts
    static Map<String, @Nullable Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }

    @SuppressWarnings("unchecked") // as above
    static List<@Nullable Object> list(@Nullable Object value) {
        return value instanceof List<?> list ? (List<@Nullable Object>) list : List.of();
    }

    static String text(Map<String, @Nullable Object> map, String key, String otherwise) {
        Object value = map.get(key);
        return value == null ? otherwise : value.toString();
    }

    /** As people read it: texts as they are, lists with commas. */
    static String shown(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Plain::shown).collect(Collectors.joining(", "))
                : Objects.toString(value, "");
    }

    static boolean blank(@Nullable Object value) {
        return value == null || "".equals(value);
    }

    /** Equal as JSON Schema means it: 1 and 1.0 are. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number first && other instanceof Number second) {
            return new BigDecimal(first.toString()).compareTo(new BigDecimal(second.toString())) == 0;
        }
        return Objects.equals(one, other);
    }
}
