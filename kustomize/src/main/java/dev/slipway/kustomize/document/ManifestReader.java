package dev.slipway.kustomize.document;

import dev.slipway.documents.yaml.Place;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlList;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlScalar;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kustomize.problem.Problems;
import dev.slipway.kustomize.problem.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the objects of a manifest and checks that they are Kubernetes objects. */
public final class ManifestReader {

    /**
     * One object.
     *
     * @param place where it begins
     * @param content plain values
     * @param unquoted the annotations that YAML takes for something else than texts, as it takes them
     */
    public record Manifest(
            Place place, Map<String, @Nullable Object> content, Map<String, @Nullable Object> unquoted) {}

    private ManifestReader() {}

    /**
     * The documents of a text in the dialect of Go's YAML.
     *
     * @throws Refusal if it is not YAML
     */
    public static List<YamlValue> documents(String file, String text) {
        try {
            return YamlReader.with(new GoScalars()).documents(file, text);
        } catch (YamlException e) {
            throw Refusal.notYaml(e);
        }
    }

    /**
     * The objects of a text, lists of objects taken apart, as a cluster takes them: {@code metadata.generateName} may stand in
     * place of a name.
     *
     * @throws Refusal with every document that is not an object
     */
    public static List<Manifest> objects(String file, String text) {
        return objects(documents(file, text), true);
    }

    /** As {@link #objects(String, String)}, of documents that were read before, as kustomize takes them: each with a name. */
    public static List<Manifest> objects(List<YamlValue> documents) {
        return objects(documents, false);
    }

    private static List<Manifest> objects(List<YamlValue> documents, boolean generated) {
        Problems problems = new Problems();
        List<Manifest> objects = new ArrayList<>();
        documents.forEach(document -> add(document, generated, objects, problems));
        problems.stopIfAny();
        return objects;
    }

    private static void add(YamlValue document, boolean generated, List<Manifest> objects, Problems problems) {
        if (!(document instanceof YamlMap map)) {
            problems.add(
                    document.place(),
                    "This document is " + document.kind() + ".",
                    "a Kubernetes object, a map with apiVersion, kind and metadata.",
                    "Correct it or remove it.");
        } else if (map.text("kind").orElse("").endsWith("List")
                && map.get("items").isPresent()) {
            map.items("items").forEach(item -> add(item, generated, objects, problems));
        } else if (isComplete(map, generated, problems)) {
            refuseInfinity(map, problems);
            Map<String, @Nullable Object> content = map.plain();
            objects.add(new Manifest(map.place(), content, annotations(map, content)));
        }
    }

    /** Annotations are texts, whatever they look like; kustomize writes them so, and leaves out an empty map of them. */
    private static Map<String, @Nullable Object> annotations(YamlMap map, Map<String, @Nullable Object> content) {
        Map<String, @Nullable Object> metadata = Values.map(content, "metadata");
        if (metadata == null || !metadata.containsKey("annotations")) {
            return Map.of();
        }
        Map<String, @Nullable Object> texts = new LinkedHashMap<>();
        map.at("/metadata/annotations")
                .flatMap(YamlValue::asMap)
                .ifPresent(annotations -> annotations
                        .entries()
                        .forEach(entry -> texts.put(
                                entry.key().text(),
                                entry.value() instanceof YamlScalar scalar
                                        ? scalar.text()
                                        : entry.value().plain())));
        if (texts.isEmpty()) {
            metadata.remove("annotations");
        } else {
            metadata.put("annotations", texts);
        }
        return unquoted(map, texts);
    }

    private static Map<String, @Nullable Object> unquoted(YamlMap map, Map<String, @Nullable Object> texts) {
        Map<String, @Nullable Object> unquoted = new LinkedHashMap<>();
        map.map("metadata")
                .flatMap(metadata -> metadata.map("annotations"))
                .ifPresent(annotations -> annotations.plain().forEach((key, value) -> {
                    if (!Objects.equals(value, texts.get(key))) {
                        unquoted.put(key, value);
                    }
                }));
        return unquoted;
    }

    /** Numbers that JSON does not have. Annotations are texts, whatever they look like. */
    private static void refuseInfinity(YamlValue value, Problems problems) {
        switch (value) {
            case YamlMap map -> {
                for (YamlMap.Entry entry : map.entries()) {
                    if (!entry.key().text().equals("annotations")) {
                        refuseInfinity(entry.value(), problems);
                    }
                }
            }
            case YamlList list -> list.items().forEach(item -> refuseInfinity(item, problems));
            case YamlScalar scalar -> {
                if (scalar.value() instanceof Double number && (number.isInfinite() || number.isNaN())) {
                    problems.add(
                            scalar.place(),
                            "\"" + scalar.text() + "\" is a number that JSON does not have.",
                            "a finite number, or a text in quotes.",
                            "Correct it.");
                }
            }
        }
    }

    private static boolean isComplete(YamlMap map, boolean generated, Problems problems) {
        boolean complete = true;
        String name = generated && has(map, "/metadata/generateName") ? "/metadata/generateName" : "/metadata/name";
        for (String pointer : List.of("/kind", name)) {
            if (!has(map, pointer)) {
                complete = false;
                problems.add(
                        map.place(),
                        "This object has no " + pointer.substring(1).replace('/', '.') + ".",
                        "a Kubernetes object with apiVersion, kind and metadata.name.",
                        "Add it.");
            }
        }
        return complete;
    }

    private static boolean has(YamlMap map, String pointer) {
        return map.at(pointer).flatMap(YamlValue::asText).isPresent();
    }
}
