package dev.slipway.scaffolder.form;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which answers decide what other fields there are. */
final class Drivers {

    private Drivers() {}

    /** The names of all properties that conditions of the schema ask for. */
    static Set<String> of(@Nullable Object schema) {
        Set<String> names = new HashSet<>();
        collect(schema, names);
        return names;
    }

    private static void collect(@Nullable Object schema, Set<String> names) {
        switch (schema) {
            case Map<?, ?> map ->
                map.forEach((key, value) -> {
                    switch (String.valueOf(key)) {
                        case "dependencies", "dependentRequired", "dependentSchemas" -> names(value, names);
                        case "if" -> asked(value, names);
                        default -> {}
                    }
                    collect(value, names);
                });
            case List<?> list -> list.forEach(each -> collect(each, names));
            case null, default -> {}
        }
    }

    private static void names(@Nullable Object value, Set<String> names) {
        if (value instanceof Map<?, ?> map) {
            map.keySet().forEach(key -> names.add(String.valueOf(key)));
        }
    }

    private static void asked(@Nullable Object condition, Set<String> names) {
        switch (condition) {
            case Map<?, ?> map ->
                map.forEach((key, value) -> {
                    if ("properties".equals(key)) {
                        names(value, names);
                    }
                    if ("required".equals(key) && value instanceof List<?> required) {
                        required.forEach(name -> names.add(String.valueOf(name)));
                    }
                    asked(value, names);
                });
            case List<?> list -> list.forEach(each -> asked(each, names));
            case null, default -> {}
        }
    }
}
