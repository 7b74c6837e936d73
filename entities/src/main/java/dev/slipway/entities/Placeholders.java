package dev.slipway.entities;

import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces maps of the one key {@code $text}, {@code $json}, {@code $yaml}, {@code $openapi} or {@code $asyncapi} by what the
 * file they name holds. Source: Backstage's documentation, "Substitutions In The Descriptor Format". What a file brings is
 * not searched for placeholders again.
 */
final class Placeholders {

    private static final Set<String> AS_TEXT = Set.of("$text", "$openapi", "$asyncapi");
    private static final Set<String> AS_VALUE = Set.of("$json", "$yaml");

    private final Includes includes;
    private final Findings findings;
    /** So many values may still come. */
    private int room = EntityReader.MOST_VALUES;

    Placeholders(Includes includes, Findings findings) {
        this.includes = includes;
        this.findings = findings;
    }

    /** Whether a text may hold one: a quick look before parsing. */
    static boolean mayStandIn(String text) {
        return text.indexOf('$') >= 0
                && (AS_TEXT.stream().anyMatch(text::contains)
                        || AS_VALUE.stream().anyMatch(text::contains));
    }

    @Nullable
    Object resolve(@Nullable Object value, Pointer pointer) {
        return switch (value) {
            case Map<?, ?> map -> map(map, pointer);
            case List<?> list -> list(list, pointer);
            case null, default -> value;
        };
    }

    private @Nullable Object map(Map<?, ?> map, Pointer pointer) {
        if (map.size() == 1) {
            Map.Entry<?, ?> only = map.entrySet().iterator().next();
            String key = String.valueOf(only.getKey());
            if (AS_TEXT.contains(key) || AS_VALUE.contains(key)) {
                return included(key, only.getValue(), pointer);
            }
        }
        Map<String, @Nullable Object> resolved = new LinkedHashMap<>();
        map.forEach(
                (key, item) -> resolved.put(String.valueOf(key), resolve(item, pointer.below(String.valueOf(key)))));
        return resolved;
    }

    private List<@Nullable Object> list(List<?> list, Pointer pointer) {
        List<@Nullable Object> resolved = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            resolved.add(resolve(list.get(i), pointer.below(i)));
        }
        return resolved;
    }

    private @Nullable Object included(String key, @Nullable Object target, Pointer pointer) {
        if (!(target instanceof String name) || name.indexOf('\0') >= 0) {
            findings.add(pointer, key + " does not name a file.", "a path or a URL");
            return null;
        }
        try {
            String text = includes.text(name);
            return AS_TEXT.contains(key) ? text : value(name, text);
        } catch (Includes.IncludeException e) {
            findings.add(pointer, key + " cannot be resolved: " + e.reason(), "");
        } catch (YamlException e) {
            findings.add(pointer, key + " names a file that is not " + key.substring(1) + ": " + e.getMessage(), "");
        }
        return null;
    }

    private @Nullable Object value(String name, String text) {
        Object value = YamlReader.core()
                .limitedTo(room)
                .document(name, text)
                .map(YamlValue::plain)
                .orElse(null);
        room -= values(value);
        return value;
    }

    private static int values(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                1 + map.values().stream().mapToInt(Placeholders::values).sum();
            case List<?> list ->
                1 + list.stream().mapToInt(Placeholders::values).sum();
            case null, default -> 1;
        };
    }
}
