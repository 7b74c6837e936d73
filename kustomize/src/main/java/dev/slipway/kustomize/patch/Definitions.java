package dev.slipway.kustomize.patch;

import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the types of an OpenAPI document. */
final class Definitions {
    private static final String REFERENCE = "#/definitions/";

    private final Map<String, Map<String, Shape>> types = new HashMap<>();

    Definitions(YamlMap document) {
        document.map("definitions")
                .ifPresent(definitions -> definitions
                        .entries()
                        .forEach(entry -> entry.value()
                                .asMap()
                                .ifPresent(definition -> define(entry.key().text(), definition))));
    }

    Map<String, Map<String, Shape>> types() {
        return types;
    }

    private void define(String name, YamlMap definition) {
        fields(REFERENCE + name, definition);
        for (YamlValue kind : definition.items("x-kubernetes-group-version-kind")) {
            kind.asMap().ifPresent(map -> types.put(typeName(map), types.getOrDefault(REFERENCE + name, Map.of())));
        }
    }

    private static String typeName(YamlMap kind) {
        String group = kind.text("group").orElse("");
        return (group.isEmpty() ? "" : group + "/") + kind.text("version").orElse("") + "/"
                + kind.text("kind").orElse("");
    }

    private void fields(String type, YamlMap schema) {
        schema.map("properties").ifPresent(properties -> {
            Map<String, Shape> fields = new HashMap<>();
            types.put(type, fields);
            for (YamlMap.Entry entry : properties.entries()) {
                String name = entry.key().text();
                entry.value().asMap().ifPresent(property -> fields.put(name, shape(type + "." + name, property)));
            }
        });
    }

    private Shape shape(String type, YamlMap property) {
        Optional<YamlMap> items = property.map("items");
        String valueType = items.map(entries -> typeOf(type, entries)).orElseGet(() -> typeOf(type, property));
        boolean merges = List.of(
                        property.text("x-kubernetes-patch-strategy").orElse("").split(","))
                .contains("merge");
        List<String> keys = property.items("x-kubernetes-list-map-keys").stream()
                .flatMap(key -> key.asText().stream())
                .toList();
        return new Shape(
                valueType,
                merges || !keys.isEmpty(),
                keys.isEmpty()
                        ? property.text("x-kubernetes-patch-merge-key")
                                .map(List::of)
                                .orElse(List.of())
                        : keys);
    }

    private String typeOf(String type, YamlMap schema) {
        Optional<String> reference = schema.text("$ref");
        if (reference.isPresent()) {
            return reference.get();
        }
        fields(type, schema);
        return type;
    }
}
