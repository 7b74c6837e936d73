package dev.slipway.scaffolding.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a schema's parts are read in.
 *
 * @param page the page's whole schema, which {@code $ref} points into
 * @param choices by field, which of several alternatives ({@code oneOf}, {@code anyOf}) was chosen
 */
record Scope(Map<String, @Nullable Object> page, Map<String, Integer> choices) {

    private static final int MOST_HOPS = 10;

    /** The schema with what {@code $ref} points to; what stands beside the reference wins. */
    Map<String, @Nullable Object> resolved(Map<String, @Nullable Object> schema) {
        Map<String, @Nullable Object> at = schema;
        for (int hop = 0; hop < MOST_HOPS && at.get("$ref") instanceof String reference; hop++) {
            Map<String, @Nullable Object> own = new LinkedHashMap<>(at);
            own.remove("$ref");
            at = merged(target(reference), own);
        }
        return at;
    }

    private Map<String, @Nullable Object> target(String reference) {
        Object at = page;
        for (String part : reference.replaceFirst("^#/?", "").split("/", -1)) {
            at = part.isEmpty() ? at : Plain.map(at).get(part.replace("~1", "/").replace("~0", "~"));
        }
        return Plain.map(at);
    }

    /** A later description adds to an earlier one: maps are merged, {@code required} is joined, other keys are replaced. */
    static Map<String, @Nullable Object> merged(
            Map<String, @Nullable Object> first, Map<String, @Nullable Object> second) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(first);
        second.forEach((key, value) -> merged.put(key, merged(key, first.get(key), value)));
        return merged;
    }

    private static @Nullable Object merged(String key, @Nullable Object first, @Nullable Object second) {
        if (first instanceof Map<?, ?> && second instanceof Map<?, ?>) {
            return merged(Plain.map(first), Plain.map(second));
        }
        if (key.equals("required") && first instanceof List<?> && second instanceof List<?>) {
            return Stream.concat(Plain.list(first).stream(), Plain.list(second).stream())
                    .distinct()
                    .toList();
        }
        return second;
    }
}
