package dev.slipway.gitops.validation.schema;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of a schema, and the words for them. */
final class Types {

    private static final String INT_OR_TEXT = "x-kubernetes-int-or-string";

    private Types() {}

    static boolean admits(Map<String, @Nullable Object> schema, Object value) {
        if (Boolean.TRUE.equals(schema.get(INT_OR_TEXT))) {
            return value instanceof String || isWhole(value);
        }
        return switch (String.valueOf(schema.get("type"))) {
            case "object" -> value instanceof Map<?, ?>;
            case "array" -> value instanceof List<?>;
            case "string" -> value instanceof String;
            case "boolean" -> value instanceof Boolean;
            case "integer" -> isWhole(value);
            case "number" -> value instanceof Number;
            case "quantity" -> value instanceof String || value instanceof Number;
            default -> true;
        };
    }

    private static boolean isWhole(Object value) {
        return value instanceof Long || value instanceof Integer || value instanceof BigInteger;
    }

    /** What a schema wants. */
    static String words(Map<String, @Nullable Object> schema) {
        if (Boolean.TRUE.equals(schema.get(INT_OR_TEXT))) {
            return "a whole number or a text";
        }
        return switch (String.valueOf(schema.get("type"))) {
            case "object" -> "a map";
            case "array" -> "a list";
            case "string" -> "a text";
            case "boolean" -> "true or false";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "quantity" -> "a quantity, for example 500m or 1Gi";
            default -> "a value";
        };
    }

    /** What a value is. */
    static String of(Object value) {
        return switch (value) {
            case Map<?, ?> _ -> "a map";
            case List<?> _ -> "a list";
            case String _ -> "a text";
            case Boolean _ -> "true or false";
            default -> isWhole(value) ? "a whole number" : "a number";
        };
    }

    static String quoted(Object value) {
        return value instanceof Map<?, ?> || value instanceof List<?> ? "" : ", \"" + value + "\"";
    }

    static String advice(Map<String, @Nullable Object> schema, Object value) {
        if ("string".equals(schema.get("type")) && (value instanceof Number || value instanceof Boolean)) {
            return "Put it in quotes.";
        }
        return value instanceof String text && isMeantPlain(schema, text) ? "Write it without quotes." : "";
    }

    private static boolean isMeantPlain(Map<String, @Nullable Object> schema, String text) {
        return ("integer".equals(schema.get("type")) && text.matches("-?[0-9]+"))
                || ("boolean".equals(schema.get("type")) && text.matches("true|false"));
    }
}
