package dev.slipway.delivery.objects;

import dev.slipway.kustomize.document.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part of a manifest; what is missing is empty. */
public record Manifest(Map<String, @Nullable Object> content) {

    @SuppressWarnings("unchecked")
    static Manifest of(@Nullable Object value) {
        return new Manifest(value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of());
    }

    public Manifest at(String... path) {
        return of(Values.at(content, path));
    }

    public boolean has(String... path) {
        return Values.at(content, path) != null;
    }

    public Optional<String> text(String... path) {
        return Optional.ofNullable(Values.text(content, path));
    }

    public String text(String fallback, String[] path) {
        return text(path).orElse(fallback);
    }

    /** A whole number; the fallback where there is none. */
    public int number(int fallback, String... path) {
        return text(path)
                .filter(text -> text.matches("-?[0-9]{1,9}"))
                .map(Integer::valueOf)
                .orElse(fallback);
    }

    public boolean flag(String... path) {
        return text(path).filter("true"::equals).isPresent();
    }

    /** The maps in the list there. */
    public List<Manifest> items(String... path) {
        List<Manifest> items = new ArrayList<>();
        if (Values.at(content, path) instanceof List<?> list) {
            list.forEach(item -> items.add(of(item)));
        }
        return items;
    }

    /** The scalars in the list there. */
    public List<String> texts(String... path) {
        List<String> texts = new ArrayList<>();
        if (Values.at(content, path) instanceof List<?> list) {
            list.forEach(item -> texts.add(String.valueOf(item)));
        }
        return texts;
    }

    /** The scalars in the map there, in its order. */
    public Map<String, String> values(String... path) {
        Map<String, String> values = new LinkedHashMap<>();
        at(path).content().forEach((key, value) -> values.put(key, value == null ? "" : value.toString()));
        return values;
    }
}
