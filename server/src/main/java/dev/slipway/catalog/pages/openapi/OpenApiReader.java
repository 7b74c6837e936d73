package dev.slipway.catalog.pages.openapi;

import dev.slipway.catalog.pages.openapi.OpenApiDocument.Answer;
import dev.slipway.catalog.pages.openapi.OpenApiDocument.Operation;
import dev.slipway.catalog.pages.openapi.OpenApiDocument.Parameter;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads operations from OpenAPI 3 and Swagger 2, in YAML or JSON; references within the document are followed. */
public final class OpenApiReader {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final int MOST_OPERATIONS = 500;
    private static final int MOST_HOPS = 10;
    private static final YamlReader YAML = YamlReader.core().limitedTo(200_000);

    private final YamlMap root;

    private OpenApiReader(YamlMap root) {
        this.root = root;
    }

    /** @throws IllegalArgumentException if it is no OpenAPI definition, with a sentence */
    public static OpenApiDocument read(String text) {
        try {
            YamlMap root = YAML.documents("definition", text).stream()
                    .findFirst()
                    .flatMap(YamlValue::asMap)
                    .filter(map ->
                            map.get("openapi").isPresent() || map.get("swagger").isPresent())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "The definition has neither the field \"openapi\" nor \"swagger\"."));
            return new OpenApiReader(root).document();
        } catch (YamlException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private OpenApiDocument document() {
        List<Operation> operations = new ArrayList<>();
        root.map("paths").stream()
                .flatMap(paths -> paths.entries().stream())
                .forEach(path -> resolved(path.value())
                        .ifPresent(item -> operations(path.key().text(), item, operations)));
        YamlMap info = root.map("info").orElse(root);
        return new OpenApiDocument(
                info.text("title").orElse(""),
                info.text("version").orElse(""),
                info.text("description").orElse(""),
                servers(),
                List.copyOf(operations.subList(0, Math.min(MOST_OPERATIONS, operations.size()))),
                operations.size() <= MOST_OPERATIONS);
    }

    private List<String> servers() {
        Stream<String> three = root.items("servers").stream()
                .flatMap(server -> server.asMap().stream())
                .flatMap(server -> server.text("url").stream());
        Stream<String> two = root.text("host").stream()
                .map(host -> host + root.text("basePath").orElse(""));
        return Stream.concat(three, two).toList();
    }

    private void operations(String path, YamlMap item, List<Operation> operations) {
        item.entries().stream()
                .filter(entry -> METHODS.contains(entry.key().text().toLowerCase(Locale.ROOT)))
                .forEach(entry -> entry.value()
                        .asMap()
                        .ifPresent(operation ->
                                operations.add(operation(entry.key().text(), path, item, operation))));
    }

    private Operation operation(String method, String path, YamlMap item, YamlMap operation) {
        List<YamlMap> parameters = Stream.of(item, operation)
                .flatMap(map -> map.items("parameters").stream())
                .flatMap(parameter -> resolved(parameter).stream())
                .toList();
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                operation.text("summary").orElse(""),
                operation.text("description").orElse(""),
                operation.text("deprecated").orElse("").equals("true"),
                parameters.stream()
                        .filter(parameter -> !parameter.text("in").orElse("").equals("body"))
                        .map(this::parameter)
                        .toList(),
                body(operation, parameters),
                responses(operation));
    }

    private Parameter parameter(YamlMap parameter) {
        return new Parameter(
                parameter.text("name").orElse(""),
                parameter.text("in").orElse(""),
                parameter
                        .get("schema")
                        .map(this::schema)
                        .orElseGet(() -> parameter.text("type").orElse("")),
                parameter.text("required").orElse("").equals("true"),
                parameter.text("description").orElse(""));
    }

    private List<Answer> body(YamlMap operation, List<YamlMap> parameters) {
        Stream<Answer> three =
                operation.get("requestBody").flatMap(this::resolved).stream().map(body -> answer("", body));
        Stream<Answer> two = parameters.stream()
                .filter(parameter -> parameter.text("in").orElse("").equals("body"))
                .map(parameter -> answer("", parameter));
        return Stream.concat(three, two).toList();
    }

    private List<Answer> responses(YamlMap operation) {
        return operation.map("responses").stream()
                .flatMap(responses -> responses.entries().stream())
                .flatMap(entry -> resolved(entry.value()).stream()
                        .map(response -> answer(entry.key().text(), response)))
                .toList();
    }

    private Answer answer(String status, YamlMap value) {
        List<String> types = new ArrayList<>();
        value.map("content")
                .ifPresent(content -> content.entries().forEach(type -> {
                    String schema = type.value()
                            .asMap()
                            .flatMap(map -> map.get("schema"))
                            .map(this::schema)
                            .orElse("");
                    types.add(schema.isEmpty() ? type.key().text() : type.key().text() + ": " + schema);
                }));
        value.get("schema")
                .map(this::schema)
                .filter(schema -> !schema.isEmpty())
                .ifPresent(types::add);
        return new Answer(status, value.text("description").orElse(""), types);
    }

    /** A schema in a word: the name that it is referred to by, or its type. */
    private String schema(YamlValue schema) {
        YamlMap map = schema.asMap().orElse(null);
        if (map == null) {
            return "";
        }
        Optional<String> reference = map.text("$ref").map(ref -> ref.substring(ref.lastIndexOf('/') + 1));
        String type = reference.or(() -> map.text("type")).orElse("");
        if (type.equals("array")) {
            return map.get("items").map(items -> schema(items) + "[]").orElse("array");
        }
        return map.text("format").map(format -> type + " (" + format + ")").orElse(type);
    }

    /** The map that a value is or refers to. */
    private Optional<YamlMap> resolved(YamlValue value) {
        Optional<YamlMap> map = value.asMap();
        for (int hop = 0;
                hop < MOST_HOPS && map.flatMap(each -> each.text("$ref")).isPresent();
                hop++) {
            map = map.flatMap(each -> each.text("$ref"))
                    .filter(reference -> reference.startsWith("#/"))
                    .flatMap(reference -> root.at(reference.substring(1)))
                    .flatMap(YamlValue::asMap);
        }
        return map;
    }
}
