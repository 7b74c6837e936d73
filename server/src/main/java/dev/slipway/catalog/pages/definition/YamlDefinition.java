package dev.slipway.catalog.pages.definition;

import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A definition in YAML or JSON whose parts refer to each other. */
record YamlDefinition(YamlMap root) {

    private static final YamlReader YAML = YamlReader.core().limitedTo(200_000);
    private static final int MOST_HOPS = 10;

    /** @param marks the fields of which one says that it is written in this language */
    static YamlDefinition read(String text, String language, List<String> marks) {
        try {
            return new YamlDefinition(YAML.documents("", text).stream()
                    .findFirst()
                    .flatMap(YamlValue::asMap)
                    .filter(map -> marks.stream().anyMatch(mark -> map.get(mark).isPresent()))
                    .orElseThrow(() -> new UnreadableDefinition(
                            0,
                            "%s begins with the field %s; there is none."
                                    .formatted(
                                            language,
                                            marks.stream()
                                                    .map(mark -> "\"" + mark + "\"")
                                                    .collect(Collectors.joining(" or "))))));
        } catch (YamlException e) {
            throw new UnreadableDefinition(e.place().line(), e.reason());
        }
    }

    /** The map that a value is or refers to within the document. */
    Optional<YamlMap> resolved(YamlValue value) {
        Optional<YamlMap> map = value.asMap();
        for (int hop = 0; hop < MOST_HOPS && reference(map).isPresent(); hop++) {
            map = reference(map)
                    .filter(reference -> reference.startsWith("#/"))
                    .flatMap(reference -> root.at(reference.substring(1)))
                    .flatMap(YamlValue::asMap);
        }
        return map;
    }

    private static Optional<String> reference(Optional<YamlMap> map) {
        return map.flatMap(each -> each.text("$ref"));
    }

    /** The entries of a map below the document's root. */
    Stream<YamlMap.Entry> entries(String... path) {
        Optional<YamlMap> map = Optional.of(root);
        for (String key : path) {
            map = map.flatMap(each -> each.map(key));
        }
        return map.stream().flatMap(each -> each.entries().stream());
    }

    static String text(YamlMap map, String key) {
        return map.text(key).orElse("").strip();
    }

    static boolean flag(YamlMap map, String key) {
        return text(map, key).equals("true");
    }

    /** What a reference calls what it leads to. */
    static String name(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
