package dev.slipway.scaffolding.form;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which type a schema's values have, also where it does not say so. */
final class Types {

    private Types() {}

    static String of(Map<String, @Nullable Object> schema) {
        return switch (schema.get("type")) {
            case String type -> type;
            case List<?> types ->
                types.stream()
                        .map(String::valueOf)
                        .filter(type -> !type.equals("null"))
                        .findFirst()
                        .orElse("null");
            case null, default -> guessed(schema);
        };
    }

    private static String guessed(Map<String, @Nullable Object> schema) {
        if (schema.containsKey("properties")) {
            return "object";
        }
        if (schema.containsKey("items")) {
            return "array";
        }
        return of(
                schema.containsKey("const")
                        ? schema.get("const")
                        : Plain.list(schema.get("enum")).stream()
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(schema.get("default")));
    }

    private static String of(@Nullable Object value) {
        return switch (value) {
            case Boolean _ -> "boolean";
            case Long _, Integer _ -> "integer";
            case Number _ -> "number";
            case List<?> _ -> "array";
            case Map<?, ?> _ -> "object";
            case null, default -> "string";
        };
    }
}
