package dev.slipway.catalog.pages.definition;

import dev.slipway.catalog.pages.definition.ApiOutline.Field;
import dev.slipway.catalog.pages.definition.ApiOutline.Item;
import dev.slipway.catalog.pages.definition.ApiOutline.Part;
import dev.slipway.catalog.pages.definition.ApiOutline.TypeName;
import dev.slipway.catalog.pages.definition.GraphQlParser.Definition;
import dev.slipway.catalog.pages.definition.GraphQlParser.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads queries, mutations, subscriptions and types from a GraphQL schema. */
final class GraphQlReader {

    private final Map<String, Definition> definitions;
    private final Map<String, String> roots;
    private final Outlines outlines = new Outlines();

    private GraphQlReader(GraphQlParser parser) {
        definitions = parser.definitions();
        roots = parser.roots();
    }

    static ApiOutline read(String text) {
        GraphQlParser parser = new GraphQlParser(text);
        parser.parse();
        return new GraphQlReader(parser).outline();
    }

    private ApiOutline outline() {
        roots.forEach((root, name) -> {
            Definition type = definitions.get(name);
            if (type != null) {
                type.members().forEach(member -> outlines.add(section(root), () -> operation(root, member)));
            }
        });
        List.of("type", "interface", "union", "enum", "input", "scalar", "directive")
                .forEach(kind -> definitions.values().stream()
                        .filter(each -> each.kind().equals(kind) && !roots.containsValue(each.name()))
                        .forEach(each -> outlines.add(section(kind), () -> item(each))));
        return new ApiOutline("GraphQL", "", "", "", List.of(), outlines.sections(), outlines.complete());
    }

    private static String section(String kind) {
        return switch (kind) {
            case "query" -> "Queries";
            case "mutation" -> "Mutations";
            case "subscription" -> "Subscriptions";
            case "type" -> "Types";
            case "interface" -> "Interfaces";
            case "union" -> "Unions";
            case "enum" -> "Enums";
            case "input" -> "Inputs";
            case "scalar" -> "Scalars";
            default -> "Directives";
        };
    }

    private Item operation(String root, Member member) {
        List<Part> parts = new ArrayList<>();
        if (!member.arguments().isEmpty()) {
            parts.add(new Part("Arguments", "", fields(member.arguments())));
        }
        parts.add(new Part("Returns", "", List.of(new Field(0, "", type(member.type()), false, false, ""))));
        return new Item(
                Outlines.id(root, member.name()),
                root.toUpperCase(Locale.ROOT),
                member.name(),
                member.description().lines().findFirst().orElse(member.type()),
                member.description().lines().count() > 1 ? member.description() : "",
                member.deprecated() != null,
                parts);
    }

    private Item item(Definition definition) {
        List<Part> parts = new ArrayList<>();
        if (!definition.members().isEmpty()) {
            parts.add(new Part(
                    switch (definition.kind()) {
                        case "enum" -> "Values";
                        case "directive" -> "Arguments";
                        default -> "Fields";
                    },
                    "",
                    fields(definition.members())));
        }
        if (definition.kind().equals("union")) {
            parts.add(new Part(
                    "One of",
                    "",
                    definition.others().stream()
                            .map(name -> new Field(0, "", type(name), false, false, ""))
                            .toList()));
        }
        return new Item(
                Outlines.id("type", definition.name()),
                "",
                definition.name(),
                others(definition),
                definition.description(),
                false,
                parts);
    }

    private static String others(Definition definition) {
        String names = String.join(", ", definition.others());
        return switch (definition.kind()) {
            case "union" -> "";
            case "directive" -> "on " + names;
            default -> names.isEmpty() ? "" : "implements " + names;
        };
    }

    private List<Field> fields(List<Member> members) {
        return members.stream().map(this::field).toList();
    }

    private Field field(Member member) {
        String arguments = member.arguments().stream()
                .map(each -> each.name() + ": " + each.type())
                .collect(Collectors.joining(", "));
        return new Field(
                0,
                member.name() + (arguments.isEmpty() ? "" : "(" + arguments + ")"),
                type(member.type()),
                false,
                member.deprecated() != null,
                Stream.of(
                                member.description(),
                                member.value().isEmpty() ? "" : "default " + member.value(),
                                member.deprecated() == null ? "" : member.deprecated())
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining(" · ")));
    }

    private TypeName type(String written) {
        String name = written.replaceAll("[\\[\\]!]", "");
        return new TypeName(
                written,
                definitions.containsKey(name) && !roots.containsValue(name) ? Outlines.id("type", name) : null);
    }
}
