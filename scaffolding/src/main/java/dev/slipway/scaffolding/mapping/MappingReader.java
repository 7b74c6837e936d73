package dev.slipway.scaffolding.mapping;

import dev.slipway.documents.yaml.Place;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.scaffolding.Finding;
import dev.slipway.template.syntax.NearMisses;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what becomes of actions from a platform.yaml, and says all that is wrong with that part of it. */
public final class MappingReader {

    private static final List<String> KINDS = List.of("alias", "skip", "call");

    private final List<Finding> findings = new ArrayList<>();
    private final List<String> endpoints;

    private MappingReader(List<String> endpoints) {
        this.endpoints = endpoints;
    }

    /** What was read, and what is wrong; a mapping that is wrong is left out. */
    public record Mappings(List<ActionMapping> all, List<Finding> findings) {
        public Mappings {
            all = List.copyOf(all);
            findings = List.copyOf(findings);
        }
    }

    /**
     * Of the whole file; empty when nothing in it is a Platform.
     *
     * @param file its name for messages
     */
    public static Optional<Mappings> platform(String file, String text) {
        try {
            return YamlReader.core().documents(file, text).stream()
                    .flatMap(document -> document.asMap().stream())
                    .filter(document -> document.text("kind").orElse("").equals("Platform"))
                    .findFirst()
                    .map(document -> document.map("spec")
                            .flatMap(spec -> spec.map("templates"))
                            .map(MappingReader::templates)
                            .orElse(new Mappings(List.of(), List.of())));
        } catch (YamlException e) {
            return Optional.of(new Mappings(List.of(), List.of(new Finding(e.place(), e.reason()))));
        }
    }

    /** Of {@code spec.templates}. */
    public static Mappings templates(YamlMap templates) {
        List<String> endpoints = maps(templates, "endpoints")
                .flatMap(item -> item.text("name").stream())
                .toList();
        MappingReader reader = new MappingReader(endpoints);
        reader.unique(templates);
        List<ActionMapping> all = new ArrayList<>();
        for (YamlValue item : templates.items("actions")) {
            item.asMap()
                    .ifPresentOrElse(
                            map -> reader.mapping(map).ifPresent(all::add),
                            () -> reader.found(item.place(), "This is " + item.kind() + " where a map is expected."));
        }
        return new Mappings(all, reader.findings);
    }

    private static Stream<YamlMap> maps(YamlMap in, String key) {
        return in.items(key).stream().flatMap(item -> item.asMap().stream());
    }

    private void unique(YamlMap templates) {
        Set<String> seen = new HashSet<>();
        maps(templates, "actions")
                .flatMap(item -> item.get("id").stream())
                .forEach(id -> id.asText()
                        .filter(text -> !seen.add(text))
                        .ifPresent(text -> found(id.place(), "\"" + text + "\" stands here a second time.")));
    }

    private Optional<ActionMapping> mapping(YamlMap item) {
        Optional<String> id = required(item, "id", "a mapped action");
        List<String> given =
                KINDS.stream().filter(kind -> item.get(kind).isPresent()).toList();
        if (id.isEmpty()) {
            return Optional.empty();
        }
        if (given.size() != 1) {
            found(
                    item.place(),
                    "The action \"" + id.get() + "\" is mapped "
                            + (given.isEmpty() ? "to nothing" : "by " + String.join(" and ", given))
                            + ". Expected: exactly one of alias, skip and call.");
            return Optional.empty();
        }
        return switch (given.getFirst()) {
            case "alias" ->
                required(item, "alias", "\"" + id.get() + "\"").map(action -> alias(id.get(), action, item));
            case "skip" ->
                required(item, "skip", "\"" + id.get() + "\"")
                        .map(reason -> new ActionMapping.Skip(
                                id.get(),
                                reason,
                                item.map("output").map(YamlMap::plain).orElse(Map.of())));
            default -> call(id.get(), item);
        };
    }

    private static ActionMapping alias(String id, String action, YamlMap item) {
        Map<String, String> renamed = new LinkedHashMap<>();
        item.map("rename")
                .ifPresent(map -> map.entries()
                        .forEach(entry -> entry.value()
                                .asText()
                                .ifPresent(name -> renamed.put(entry.key().text(), name))));
        return new ActionMapping.Alias(
                id, action, renamed, item.map("input").map(YamlMap::plain).orElse(Map.of()));
    }

    private Optional<ActionMapping> call(String id, YamlMap item) {
        Optional<YamlMap> call = item.map("call");
        if (call.isEmpty()) {
            found(item.place(), "\"call\" of \"" + id + "\" is no map. Expected: endpoint, path and method.");
            return Optional.empty();
        }
        return required(call.get(), "endpoint", "\"" + id + "\"")
                .filter(endpoint -> isKnown(endpoint, call.get()))
                .map(endpoint -> new ActionMapping.Call(
                        id,
                        endpoint,
                        call.get().text("path").orElse(""),
                        call.get().text("method").orElse("POST")));
    }

    private boolean isKnown(String endpoint, YamlMap call) {
        if (endpoints.contains(endpoint)) {
            return true;
        }
        List<String> near = NearMisses.of(endpoint, endpoints);
        found(
                call.get("endpoint").orElseThrow().place(),
                "There is no endpoint \"" + endpoint + "\" in spec.templates.endpoints. "
                        + (near.isEmpty()
                                ? "Add it there."
                                : "Did you mean \"" + String.join("\" or \"", near) + "\"?"));
        return false;
    }

    private Optional<String> required(YamlMap item, String key, String of) {
        Optional<String> text = item.text(key);
        if (text.isEmpty()) {
            found(item.place(), "\"" + key + "\" of " + of + " is missing, or no text.");
        }
        return text;
    }

    private void found(Place place, String message) {
        findings.add(new Finding(place, message));
    }
}
