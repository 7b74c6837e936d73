package dev.slipway.catalog.pages.definition;

import dev.slipway.catalog.pages.definition.ApiOutline.Field;
import dev.slipway.catalog.pages.definition.ApiOutline.Item;
import dev.slipway.catalog.pages.definition.ApiOutline.Part;
import dev.slipway.catalog.pages.definition.ApiOutline.TypeName;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads operations and schemas from OpenAPI 3 and Swagger 2. */
final class OpenApiReader {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final YamlDefinition definition;
    private final YamlMap root;
    private final SchemaFields schemas;
    private final Outlines outlines = new Outlines();

    private OpenApiReader(YamlDefinition definition) {
        this.definition = definition;
        this.root = definition.root();
        this.schemas = root.get("swagger").isPresent()
                ? new SchemaFields(definition, outlines, "definitions")
                : new SchemaFields(definition, outlines, "components", "schemas");
    }

    static ApiOutline read(String text) {
        return new OpenApiReader(YamlDefinition.read(text, "OpenAPI", List.of("openapi", "swagger"))).outline();
    }

    private ApiOutline outline() {
        List<String> servers = servers();
        root.items("tags").stream()
                .flatMap(tag -> tag.asMap().stream())
                .forEach(tag ->
                        outlines.section(YamlDefinition.text(tag, "name"), YamlDefinition.text(tag, "description")));
        Stream.concat(definition.entries("paths"), definition.entries("webhooks"))
                .forEach(path -> definition
                        .resolved(path.value())
                        .ifPresent(item -> operations(path.key().text(), item)));
        schemas.outline();
        YamlMap info = root.map("info").orElse(root);
        return new ApiOutline(
                root.text("openapi")
                        .map(version -> "OpenAPI " + version)
                        .orElse("Swagger " + YamlDefinition.text(root, "swagger")),
                YamlDefinition.text(info, "title"),
                YamlDefinition.text(info, "version"),
                YamlDefinition.text(info, "description"),
                servers,
                outlines.sections(),
                outlines.complete());
    }

    private List<String> servers() {
        Stream<String> three = root.items("servers").stream()
                .flatMap(server -> server.asMap().stream())
                .flatMap(server -> server.text("url").stream());
        Stream<String> two = root.text("host").stream()
                .map(host -> host + root.text("basePath").orElse(""));
        return Stream.concat(three, two).filter(outlines::takes).toList();
    }

    private void operations(String path, YamlMap item) {
        item.entries().stream()
                .filter(entry -> METHODS.contains(entry.key().text().toLowerCase(Locale.ROOT)))
                .forEach(entry -> entry.value()
                        .asMap()
                        .ifPresent(operation -> outlines.add(
                                section(operation), () -> operation(entry.key().text(), path, item, operation))));
    }

    private static String section(YamlMap operation) {
        return operation.items("tags").stream()
                .flatMap(tag -> tag.asText().stream())
                .findFirst()
                .orElse("Operations");
    }

    private Item operation(String method, String path, YamlMap item, YamlMap operation) {
        List<YamlMap> parameters = Stream.of(item, operation)
                .flatMap(map -> map.items("parameters").stream())
                .flatMap(parameter -> definition.resolved(parameter).stream())
                .toList();
        List<Part> parts = new ArrayList<>();
        List<Field> fields = parameters.stream()
                .filter(parameter -> !in(parameter).equals("body"))
                .map(this::parameter)
                .filter(outlines::takes)
                .toList();
        if (!fields.isEmpty()) {
            parts.add(new Part("Parameters", "", fields));
        }
        body(operation, parameters).filter(outlines::takes).forEach(parts::add);
        operation.map("responses").stream()
                .flatMap(responses -> responses.entries().stream())
                .takeWhile(_ -> !outlines.isFull())
                .flatMap(entry -> definition.resolved(entry.value()).stream()
                        .map(response -> content("Response " + entry.key().text(), response)))
                .filter(outlines::takes)
                .forEach(parts::add);
        return new Item(
                Outlines.id("operation", method + path),
                method.toUpperCase(Locale.ROOT),
                path,
                YamlDefinition.text(operation, "summary"),
                YamlDefinition.text(operation, "description"),
                YamlDefinition.flag(operation, "deprecated"),
                parts);
    }

    private static String in(YamlMap parameter) {
        return YamlDefinition.text(parameter, "in");
    }

    private Field parameter(YamlMap parameter) {
        TypeName type = parameter.get("schema").isPresent() ? schemas.typeOf(parameter) : schemas.type(parameter);
        String limits = SchemaFields.limits(parameter.map("schema").orElse(parameter));
        return new Field(
                0,
                YamlDefinition.text(parameter, "name"),
                type,
                YamlDefinition.flag(parameter, "required"),
                YamlDefinition.flag(parameter, "deprecated"),
                Stream.of("in " + in(parameter), YamlDefinition.text(parameter, "description"), limits)
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining(" · ")));
    }

    private Stream<Part> body(YamlMap operation, List<YamlMap> parameters) {
        Stream<YamlMap> three =
                operation.get("requestBody").stream().flatMap(body -> definition.resolved(body).stream());
        Stream<YamlMap> two =
                parameters.stream().filter(parameter -> in(parameter).equals("body"));
        return Stream.concat(three, two).map(body -> content("Request", body));
    }

    /** What is sent or answered, by media type. */
    private Part content(String title, YamlMap holder) {
        List<Field> fields = new ArrayList<>();
        holder.map("content").stream()
                .flatMap(content -> content.entries().stream())
                .forEach(type -> fields.addAll(
                        schema(type.key().text(), type.value().asMap().orElse(holder))));
        if (holder.get("content").isEmpty()) {
            fields.addAll(schema("", holder));
        }
        return new Part(title, YamlDefinition.text(holder, "description"), fields);
    }

    private List<Field> schema(String name, YamlMap holder) {
        return holder.get("schema")
                .map((YamlValue schema) -> schemas.named(name, schema, false, ""))
                .orElseGet(() -> Stream.of(new Field(0, name, TypeName.NONE, false, false, ""))
                        .filter(field -> !name.isEmpty() && outlines.takes(field))
                        .toList());
    }
}
