package dev.slipway.gitops.sets;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What can be done with sets of parameters. */
final class Parameters {

    private Parameters() {}

    /** Every value as a text, by its dotted name. */
    static Map<String, String> flat(Map<String, @Nullable Object> parameters) {
        Map<String, String> flat = new TreeMap<>();
        parameters.forEach((key, value) -> flatten(key, value, flat));
        return flat;
    }

    private static void flatten(String name, @Nullable Object value, Map<String, String> into) {
        switch (value) {
            case Map<?, ?> map -> map.forEach((key, below) -> flatten(name + "." + key, below, into));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    flatten(name + "." + i, list.get(i), into);
                }
            }
            case null -> into.put(name, "<nil>");
            default -> into.put(name, text(value));
        }
    }

    /** As Go prints values; numbers have come through JSON and are floating ones. */
    static String text(Object value) {
        if (!(value instanceof Number number)) {
            return value.toString();
        }
        BigDecimal exact = new BigDecimal(number.toString()).stripTrailingZeros();
        int exponent = exact.precision() - exact.scale() - 1;
        if (exact.signum() == 0 || (exponent >= -4 && exponent < 6)) {
            return exact.toPlainString();
        }
        String digits = exact.unscaledValue().abs().toString();
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        return (exact.signum() < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+")
                + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }

    /** Both; the first's wins, maps below are put together. */
    static Map<String, @Nullable Object> merged(
            Map<String, @Nullable Object> wins, Map<String, ? extends @Nullable Object> other) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(wins);
        other.forEach((key, value) -> {
            Object mine = merged.get(key);
            if (mine instanceof Map<?, ?> above && value instanceof Map<?, ?> below) {
                merged.put(key, merged(texts(above), texts(below)));
            } else if (isNothing(mine)) {
                merged.put(key, value);
            }
        });
        return merged;
    }

    /** What Go calls a zero value gives way when maps are merged. */
    private static boolean isNothing(@Nullable Object value) {
        return value == null
                || value.equals("")
                || value.equals(false)
                || (value instanceof List<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }

    static Map<String, @Nullable Object> texts(Map<?, ?> map) {
        Map<String, @Nullable Object> texts = new LinkedHashMap<>();
        map.forEach((key, value) -> texts.put(String.valueOf(key), value));
        return texts;
    }

    /** Both, in the plain form. @throws GeneratorException where they differ */
    static Map<String, @Nullable Object> combined(
            Map<String, @Nullable Object> one, Map<String, @Nullable Object> other) {
        Map<String, @Nullable Object> combined = new LinkedHashMap<>(one);
        other.forEach((key, value) -> {
            Object before = combined.put(key, value);
            if (before != null && !Objects.equals(before, value)) {
                throw new GeneratorException(
                        "Both generators of a matrix give the parameter \"" + key + "\": \"" + before + "\" and \""
                                + value + "\".",
                        "different names",
                        "For two Git generators set pathParamPrefix on one of them.");
            }
        });
        return combined;
    }
}
