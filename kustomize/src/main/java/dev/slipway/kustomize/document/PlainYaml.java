package dev.slipway.kustomize.document;

import dev.slipway.documents.yaml.Place;
import dev.slipway.documents.yaml.YamlList;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlScalar;
import dev.slipway.documents.yaml.YamlValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes values with places of plain ones that were changed after they were read: all have the place of their document. */
public final class PlainYaml {
    private static final YamlValue.Span NOWHERE = new YamlValue.Span(0, 0);

    private PlainYaml() {}

    public static YamlMap map(Map<String, @Nullable Object> content, Place place) {
        return new YamlMap(
                content.entrySet().stream()
                        .map(entry -> new YamlMap.Entry(scalar(entry.getKey(), place), value(entry.getValue(), place)))
                        .toList(),
                place,
                NOWHERE);
    }

    private static YamlValue value(@Nullable Object value, Place place) {
        Map<String, @Nullable Object> map = Values.asMap(value);
        List<@Nullable Object> list = Values.asList(value);
        if (map != null) {
            return map(map, place);
        }
        return list == null
                ? scalar(value, place)
                : new YamlList(list.stream().map(entry -> value(entry, place)).toList(), place, NOWHERE);
    }

    private static YamlScalar scalar(@Nullable Object value, Place place) {
        return new YamlScalar(value == null ? "" : value.toString(), value, true, place, NOWHERE);
    }
}
