package dev.slipway.documents.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list. */
public record YamlList(List<YamlValue> items, Place place, Span span) implements YamlValue {

    public YamlList {
        items = List.copyOf(items);
    }

    @Override
    public List<@Nullable Object> plain() {
        List<@Nullable Object> plain = new ArrayList<>(items.size());
        items.forEach(item -> plain.add(item.plain()));
        return plain;
    }

    @Override
    public String kind() {
        return "a list";
    }
}
