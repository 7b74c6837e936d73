package dev.slipway.gitops.validation.schema;

import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Tables;
import dev.slipway.kustomize.document.Values;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Kubernetes and others publish, and the lines that are shipped of it. */
final class UpstreamSchemas {

    private static final Set<String> LEFT_OUT = Set.of("description", "example", "title");

    private static final List<List<String>> BOUNDS = Tables.read(Shelves.class, "bounds.txt");

    private final Path folder;

    private UpstreamSchemas(Path folder) {
        this.folder = folder;
    }

    /** Empty where they are not at hand, which a test says as "skipped: no schemas". */
    static Optional<UpstreamSchemas> find() {
        Path folder = Path.of("..", "..", "shared", "data");
        return Files.isRegularFile(folder.resolve("kubernetes/definitions-only.json"))
                ? Optional.of(new UpstreamSchemas(folder))
                : Optional.empty();
    }

    String lines(String shelf) {
        Map<String, String> lines = new TreeMap<>();
        if (shelf.equals("kubernetes")) {
            kubernetes(lines);
        } else {
            definitions(shelf)
                    .flatMap(each -> CustomDefinition.of("", "", each).stream())
                    .forEach(each -> lines.put(
                            each.apiVersion() + "/" + each.kind(),
                            json(stripped(each.schema().root(), false))));
        }
        return lines.entrySet().stream()
                .map(line -> line.getKey() + " " + line.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** Their CustomResourceDefinitions. */
    Stream<Resource> definitions(String project) {
        try (Stream<Path> files = Files.walk(folder.resolve("crds").resolve(project))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream()
                    .flatMap(file -> YamlReader.core().documents(file.toString(), text(file)).stream())
                    .map(YamlValue::plain)
                    .map(Values::asMap)
                    .filter(Objects::nonNull)
                    .map(Resource::of)
                    .filter(CustomDefinition::isOne);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void kubernetes(Map<String, String> lines) {
        // All of it is one line, longer than the reader takes.
        String broken = text(folder.resolve("kubernetes/definitions-only.json")).replace("},\"", "},\n\"");
        Map<String, @Nullable Object> all = Values.map(
                YamlReader.core().document("definitions", broken).orElseThrow().plain(), "definitions");
        Map<String, Map<String, List<String>>> listed = listed();
        Objects.requireNonNull(all).forEach((name, definition) -> {
            Map<String, @Nullable Object> schema = kubernetes(name, definition, listed.getOrDefault(name, Map.of()));
            lines.put(name, json(schema));
            List<@Nullable Object> kinds = Values.list(definition, "x-kubernetes-group-version-kind");
            for (Object kind : kinds == null || kinds.size() > 1 ? List.of() : kinds) {
                String group = Objects.requireNonNull(Values.text(kind, "group"));
                String key = (group.isEmpty() ? "" : group + "/") + Values.text(kind, "version") + "/"
                        + Values.text(kind, "kind");
                lines.put(key, json(Map.of("$ref", name)));
            }
        });
    }

    private static Map<String, @Nullable Object> kubernetes(
            String name, @Nullable Object definition, Map<String, List<String>> listed) {
        if (name.endsWith(".Quantity")) {
            return Map.of("type", "quantity");
        }
        if (name.endsWith(".IntOrString")) {
            return Map.of("x-kubernetes-int-or-string", true);
        }
        Map<String, @Nullable Object> schema =
                Objects.requireNonNull(Values.asMap(stripped(Objects.requireNonNull(definition), false)));
        listed.forEach((field, values) ->
                Objects.requireNonNull(Values.map(schema, "properties", field)).put("enum", values));
        bounded(name).forEach(row -> {
            Map<String, @Nullable Object> field = Objects.requireNonNull(Values.map(schema, "properties", row.get(1)));
            bound(field, "minimum", row.get(2));
            bound(field, "maximum", row.get(3));
        });
        return schema;
    }

    private static List<List<String>> bounded(String definition) {
        return BOUNDS.stream().filter(row -> row.getFirst().equals(definition)).toList();
    }

    private static void bound(Map<String, @Nullable Object> field, String which, String value) {
        if (!value.equals("-")) {
            field.put(which, Long.valueOf(value));
        }
    }

    private static Map<String, Map<String, List<String>>> listed() {
        Map<String, Map<String, List<String>>> listed = new TreeMap<>();
        Tables.read(Shelves.class, "values.txt")
                .forEach(row -> listed.computeIfAbsent(row.get(0), _ -> new TreeMap<>())
                        .put(row.get(1), row.subList(2, row.size())));
        return listed;
    }

    /** @param names whether these are names of fields, which stay whatever they are called */
    private static Object stripped(Object value, boolean names) {
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(each -> stripped(Objects.requireNonNull(each), false))
                    .toList();
        }
        Map<String, @Nullable Object> map = Values.asMap(value);
        if (map == null) {
            return value;
        }
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, each) -> {
            if (each == null || (!names && isLeftOut(key))) {
                return;
            }
            boolean rules = !names && key.equals("x-kubernetes-validations");
            copy.put(
                    key,
                    rules
                            ? (Object) ((List<?>) each).size()
                            : key.equals("$ref")
                                    ? each.toString().replace("#/definitions/", "")
                                    : stripped(each, !names && key.equals("properties")));
        });
        return copy;
    }

    private static boolean isLeftOut(String key) {
        return LEFT_OUT.contains(key)
                || key.startsWith("x-kubernetes-patch")
                || key.equals("x-kubernetes-unions")
                || key.equals("x-kubernetes-group-version-kind");
    }

    private static String json(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(each -> json(each.getKey()) + ":" + json(each.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            case List<?> list -> list.stream().map(UpstreamSchemas::json).collect(Collectors.joining(",", "[", "]"));
            case String text ->
                "\""
                        + text.replace("\\", "\\\\")
                                .replace("\"", "\\\"")
                                .replace("\n", "\\n")
                                .replace("\t", "\\t") + "\"";
            case null, default -> String.valueOf(value);
        };
    }
}
