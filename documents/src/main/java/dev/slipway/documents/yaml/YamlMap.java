package dev.slipway.documents.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A map in the order it was written; keys are texts and stand once. */
public record YamlMap(List<Entry> entries, Place place, Span span) implements YamlValue {

    /** One key with its value. */
    public record Entry(YamlScalar key, YamlValue value) {}

    public YamlMap {
        entries = List.copyOf(entries);
    }

    /** The value of this key. */
    public Optional<YamlValue> get(String key) {
        for (Entry entry : entries) {
            if (entry.key().text().equals(key)) {
                return Optional.of(entry.value());
            }
        }
        return Optional.empty();
    }

    /** The scalar text of this key; empty when it is missing, null, a map or a list. */
    public Optional<String> text(String key) {
        return get(key).flatMap(YamlValue::asText);
    }

    /** The map at this key; empty when it is missing or something else. */
    public Optional<YamlMap> map(String key) {
        return get(key).flatMap(YamlValue::asMap);
    }

    /** The items of the list at this key; none when it is missing or something else. */
    public List<YamlValue> items(String key) {
        return get(key).flatMap(YamlValue::asList).map(YamlList::items).orElse(List.of());
    }

    @Override
    public Map<String, @Nullable Object> plain() {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        entries.forEach(entry -> plain.put(entry.key().text(), entry.value().plain()));
        return plain;
    }

    @Override
    public String kind() {
        return "a map";
    }
}
