package dev.slipway.scaffolding.lint;

import dev.slipway.documents.yaml.Place;
import dev.slipway.documents.yaml.YamlList;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The parameters that the pages of a template can ask for, whatever is answered. */
final class Parameters {

    private static final Set<String> BRANCHES = Set.of("then", "else");
    private static final Set<String> ALTERNATIVES = Set.of("allOf", "anyOf", "oneOf");

    private final Map<String, Declared> declared = new LinkedHashMap<>();
    private boolean open;

    /** A parameter with every schema that a page has for it. */
    record Declared(String name, Place place, List<YamlMap> schemas) {

        boolean isSecret() {
            return schemas.stream()
                    .anyMatch(schema -> schema.text("ui:field").orElse("").equals("Secret"));
        }

        /** A block of text in the form, without a value. */
        boolean isOnlyShown() {
            return schemas.stream()
                    .allMatch(schema -> schema.text("type").orElse("").equals("null"));
        }
    }

    static Parameters of(List<YamlMap> pages) {
        Parameters parameters = new Parameters();
        pages.forEach(page -> parameters.collect(page, false));
        return parameters;
    }

    Map<String, Declared> declared() {
        return declared;
    }

    /** Whether there can be more, because a page refers to a schema that is elsewhere. */
    boolean isOpen() {
        return open;
    }

    Optional<Declared> get(String name) {
        return Optional.ofNullable(declared.get(name));
    }

    private void collect(YamlMap schema, boolean conditional) {
        schema.map("properties")
                .ifPresent(properties -> properties.entries().forEach(entry -> declare(entry, conditional)));
        for (YamlMap.Entry entry : schema.entries()) {
            String key = entry.key().text();
            if (key.startsWith("$") && !key.equals("$schema") && !key.equals("$id") && !key.equals("$comment")) {
                open = true;
            } else if (BRANCHES.contains(key)) {
                entry.value().asMap().ifPresent(branch -> collect(branch, true));
            } else if (ALTERNATIVES.contains(key)) {
                maps(entry.value()).forEach(each -> collect(each, true));
            } else if (key.equals("dependencies") || key.equals("dependentSchemas")) {
                entry.value().asMap().stream()
                        .flatMap(map -> map.entries().stream())
                        .flatMap(dependency -> dependency.value().asMap().stream())
                        .forEach(dependency -> collect(dependency, true));
            }
        }
    }

    private static List<YamlMap> maps(YamlValue value) {
        return value.asList().map(YamlList::items).orElse(List.of()).stream()
                .flatMap(item -> item.asMap().stream())
                .toList();
    }

    /** A condition's {@code kind: {const: sql}} chooses a branch; it asks for nothing. */
    private void declare(YamlMap.Entry entry, boolean conditional) {
        Optional<YamlMap> schema = entry.value().asMap();
        boolean chooses = conditional
                && schema.isPresent()
                && schema.get().get("type").isEmpty()
                && schema.get().get("title").isEmpty()
                && (schema.get().get("const").isPresent()
                        || schema.get().get("enum").isPresent());
        if (!chooses) {
            String name = entry.key().text();
            Declared known = declared.computeIfAbsent(
                    name, _ -> new Declared(name, entry.key().place(), new ArrayList<>()));
            schema.ifPresent(known.schemas()::add);
        }
    }
}
