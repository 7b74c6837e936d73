package dev.slipway.catalog.pages.definition;

import dev.slipway.catalog.pages.definition.ApiOutline.Field;
import dev.slipway.catalog.pages.definition.ApiOutline.Item;
import dev.slipway.catalog.pages.definition.ApiOutline.Part;
import dev.slipway.catalog.pages.definition.ApiOutline.TypeName;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads JSON schemas as rows: their fields with type, limits and description. Named schemas are linked, not repeated. */
final class SchemaFields {

    private static final int DEEPEST = 4;
    private static final int MOST_FIELDS = 300;
    private static final List<String> LIMITS = List.of(
            "default", "const", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "pattern");
    private static final List<String> CHOICES = List.of("oneOf", "anyOf");

    private final YamlDefinition definition;
    private final Outlines outlines;
    private final List<YamlMap.Entry> schemas;
    private final Set<String> names;

    /** @param place where the document keeps its named schemas */
    SchemaFields(YamlDefinition definition, Outlines outlines, String... place) {
        this.definition = definition;
        this.outlines = outlines;
        this.schemas = definition.entries(place).toList();
        this.names = schemas.stream().map(entry -> entry.key().text()).collect(Collectors.toSet());
    }

    /** Adds the named schemas as items. */
    void outline() {
        schemas.forEach(entry -> entry.value()
                .asMap()
                .ifPresent(
                        schema -> outlines.add("Schemas", () -> item(entry.key().text(), schema))));
    }

    private Item item(String name, YamlMap schema) {
        List<Field> fields = fields(schema);
        String type = type(schema).name();
        String limits = limits(schema);
        return new Item(
                Outlines.id("schema", name),
                "",
                name,
                fields.isEmpty() && !limits.isEmpty() ? type + ", " + limits : type,
                YamlDefinition.text(schema, "description"),
                YamlDefinition.flag(schema, "deprecated"),
                fields.isEmpty() ? List.of() : List.of(new Part("Fields", "", fields)));
    }

    /** The schema under a name of its own, with what it consists of below it. */
    List<Field> named(String name, YamlValue schema, boolean required, String text) {
        List<Field> fields = new ArrayList<>();
        add(0, name, schema, required, text, fields);
        return fields;
    }

    /** What a schema consists of; what it is composed of is taken together. */
    List<Field> fields(YamlMap schema) {
        List<Field> fields = new ArrayList<>();
        below(0, schema, fields, none());
        return fields;
    }

    /** By identity: a schema's hash is made of all that is below it. */
    private static Set<YamlMap> none() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private void below(int depth, YamlMap schema, List<Field> fields, Set<YamlMap> seen) {
        if (depth > DEEPEST || !seen.add(schema)) {
            return;
        }
        for (YamlValue part : schema.items("allOf")) {
            definition.resolved(part).ifPresent(map -> below(depth, map, fields, seen));
        }
        Set<String> required = schema.items("required").stream()
                .flatMap(name -> name.asText().stream())
                .collect(Collectors.toSet());
        schema.map("properties").stream()
                .flatMap(properties -> properties.entries().stream())
                .forEach(property -> {
                    String name = property.key().text();
                    add(depth, name, property.value(), required.contains(name), "", fields);
                });
        for (String choice : CHOICES) {
            schema.items(choice)
                    .forEach(each -> add(depth, choice.equals("oneOf") ? "one of" : "any of", each, false, "", fields));
        }
    }

    private void add(int depth, String name, YamlValue value, boolean required, String text, List<Field> fields) {
        YamlMap schema = value.asMap().orElse(null);
        if (schema == null || fields.size() >= MOST_FIELDS || outlines.isFull()) {
            return;
        }
        String told = Stream.of(text, YamlDefinition.text(schema, "description"), limits(schema))
                .filter(each -> !each.isEmpty())
                .distinct()
                .collect(Collectors.joining(" · "));
        Field field = new Field(depth, name, type(schema), required, YamlDefinition.flag(schema, "deprecated"), told);
        outlines.takes(field);
        fields.add(field);
        below(depth + 1, item(schema), fields, none());
    }

    /** What is in a list; the schema itself where it is none. */
    private static YamlMap item(YamlMap schema) {
        return schema.map("items").orElse(schema);
    }

    /** A schema in a word: the name that it is referred to by, or its type. */
    TypeName type(YamlMap schema) {
        Optional<String> reference = schema.text("$ref").map(YamlDefinition::name);
        if (reference.isPresent()) {
            return new TypeName(reference.get(), target(reference.get()));
        }
        Optional<YamlMap> items = schema.map("items");
        if (items.isPresent()) {
            TypeName of = type(items.get());
            return new TypeName((of.name().isEmpty() ? "any" : of.name()) + "[]", of.target());
        }
        Set<String> names = new LinkedHashSet<>();
        schema.text("type").ifPresent(names::add);
        schema.items("type").forEach(each -> each.asText().ifPresent(names::add));
        if (names.isEmpty() && schema.get("properties").isPresent()) {
            names.add("object");
        }
        String type = String.join(" or ", names);
        return new TypeName(
                schema.text("format").map(format -> type + " (" + format + ")").orElse(type), null);
    }

    private TypeName type(Optional<YamlMap> schema) {
        return schema.map(this::type).orElse(TypeName.NONE);
    }

    TypeName typeOf(YamlMap holder) {
        return type(holder.map("schema"));
    }

    private @Nullable String target(String name) {
        return names.contains(name) ? Outlines.id("schema", name) : null;
    }

    static String limits(YamlMap schema) {
        Stream<String> values = schema.items("enum").isEmpty()
                ? Stream.of()
                : Stream.of("one of "
                        + schema.items("enum").stream()
                                .flatMap(each -> each.asText().stream())
                                .limit(50)
                                .collect(Collectors.joining(", ")));
        Stream<String> limits =
                LIMITS.stream().flatMap(key -> schema.text(key).stream().map(value -> words(key) + " " + value));
        return Stream.concat(values, limits).collect(Collectors.joining(", "));
    }

    private static String words(String key) {
        return switch (key) {
            case "const" -> "always";
            case "minimum" -> "at least";
            case "maximum" -> "at most";
            case "minLength" -> "at least characters:";
            case "maxLength" -> "at most characters:";
            case "minItems" -> "at least items:";
            case "maxItems" -> "at most items:";
            default -> key;
        };
    }
}
