package dev.slipway.kustomize.replace;

import dev.slipway.kustomize.document.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the one value that the path of a source means; unlike a target's it selects entries by their exact value. */
final class Lookup {

    private Lookup() {}

    /** Null when there is none. */
    static @Nullable Object find(@Nullable Object root, FieldPath path) {
        @Nullable Object value = root;
        for (String segment : path.segments()) {
            if (segment.isBlank()) {
                continue;
            }
            List<@Nullable Object> list = Values.asList(value);
            value = list == null ? Values.at(value, segment) : entry(list, segment);
        }
        return value;
    }

    private static @Nullable Object entry(List<@Nullable Object> list, String segment) {
        if (segment.equals("-")) {
            return list.isEmpty() ? null : list.getLast();
        }
        if (!FieldPath.isSelection(segment)) {
            return Values.at(list, segment);
        }
        int equals = segment.indexOf('=');
        String field = segment.substring(1, equals);
        String value = segment.substring(equals + 1, segment.length() - 1);
        return list.stream()
                .filter(entry -> value.equals(field.isEmpty() ? Values.text(entry) : Values.text(entry, field)))
                .findFirst()
                .orElse(null);
    }
}
