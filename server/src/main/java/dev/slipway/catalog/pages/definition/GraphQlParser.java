package dev.slipway.catalog.pages.definition;

import dev.slipway.catalog.pages.definition.Tokens.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parses the type system of the GraphQL specification (October 2021, chapter 3). */
final class GraphQlParser {

    private static final Pattern COMMENT = Pattern.compile("#([^\\n]*)");
    private static final Set<String> KINDS =
            Set.of("scalar", "type", "interface", "union", "enum", "input", "directive");

    private final Tokens tokens;
    private final Map<String, Definition> definitions = new LinkedHashMap<>();
    private final Map<String, String> roots = new LinkedHashMap<>();

    GraphQlParser(String text) {
        tokens = Tokens.of(text, COMMENT);
    }

    /**
     * A type or a directive.
     *
     * @param kind the word that it begins with
     * @param others the interfaces that it implements, the types of a union, the places of a directive
     */
    record Definition(String kind, String name, String description, List<String> others, List<Member> members) {}

    /**
     * A field, an argument, an enum's value.
     *
     * @param deprecated why it is; null when it is not
     */
    record Member(
            String name,
            String description,
            List<Member> arguments,
            String type,
            String value,
            @Nullable String deprecated) {}

    Map<String, Definition> definitions() {
        return definitions;
    }

    /** The types of queries, mutations and subscriptions, by the name of what they are for. */
    Map<String, String> roots() {
        return roots;
    }

    void parse() {
        if (tokens.ended()) {
            throw tokens.unexpected("a type");
        }
        while (!tokens.ended()) {
            String description = description();
            tokens.accept("extend");
            if (tokens.accept("schema")) {
                directives();
                schema();
            } else if (KINDS.contains(tokens.peek().text())) {
                keep(definition(tokens.take().text(), description));
            } else {
                throw tokens.unexpected("type, interface, union, enum, input, scalar, directive or schema");
            }
        }
        List.of("query", "mutation", "subscription").forEach(root -> {
            String usual = Character.toUpperCase(root.charAt(0)) + root.substring(1);
            if (definitions.containsKey(usual)) {
                roots.putIfAbsent(root, usual);
            }
        });
    }

    /** An extension adds to what it extends. */
    private void keep(Definition added) {
        definitions.merge(
                added.name(),
                added,
                (one, other) -> new Definition(
                        one.kind(),
                        one.name(),
                        one.description().isEmpty() ? other.description() : one.description(),
                        joined(one.others(), other.others()),
                        joined(one.members(), other.members())));
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        List<T> joined = new ArrayList<>(one);
        joined.addAll(other);
        return joined;
    }

    private void schema() {
        if (tokens.accept("{")) {
            while (!tokens.accept("}")) {
                String root = tokens.word("query, mutation or subscription");
                tokens.expect(":");
                roots.put(root, tokens.word("the name of a type"));
            }
        }
    }

    private Definition definition(String kind, String description) {
        if (kind.equals("directive")) {
            return directive(description);
        }
        String name = tokens.word("a name");
        List<String> others = tokens.accept("implements") ? names("&") : List.of();
        directives();
        if (kind.equals("union") && tokens.accept("=")) {
            others = names("|");
        }
        return new Definition(kind, name, description, others, tokens.accept("{") ? members("}") : List.of());
    }

    private Definition directive(String description) {
        tokens.expect("@");
        String name = "@" + tokens.word("a name");
        List<Member> arguments = tokens.accept("(") ? members(")") : List.of();
        tokens.accept("repeatable");
        tokens.expect("on");
        return new Definition("directive", name, description, names("|"), arguments);
    }

    private List<String> names(String separator) {
        List<String> names = new ArrayList<>();
        tokens.accept(separator);
        do {
            names.add(tokens.word("a name"));
        } while (tokens.accept(separator));
        return names;
    }

    /** Fields, arguments and values, up to the sign that closes them. */
    private List<Member> members(String end) {
        List<Member> members = new ArrayList<>();
        while (!tokens.accept(end)) {
            String description = description();
            String name = tokens.word("a name or \"" + end + "\"");
            List<Member> arguments = tokens.accept("(") ? members(")") : List.of();
            String type = tokens.accept(":") ? type() : "";
            String value = tokens.accept("=") ? value() : "";
            members.add(new Member(name, description, arguments, type, value, directives()));
        }
        return members;
    }

    private String type() {
        String type;
        if (tokens.accept("[")) {
            type = "[" + type() + "]";
            tokens.expect("]");
        } else {
            type = tokens.word("a type");
        }
        return tokens.accept("!") ? type + "!" : type;
    }

    private String value() {
        if (tokens.accept("[")) {
            return "[" + values("]") + "]";
        }
        if (tokens.accept("{")) {
            return "{" + values("}") + "}";
        }
        boolean quoted = tokens.peek().kind() == Kind.STRING;
        String prefix = tokens.accept("$") ? "$" : "";
        if (tokens.peek().kind() == Kind.SIGN || tokens.ended()) {
            throw tokens.unexpected("a value");
        }
        String text = prefix + tokens.take().text();
        return quoted ? "\"" + text + "\"" : text;
    }

    private String values(String end) {
        List<String> values = new ArrayList<>();
        while (!tokens.accept(end)) {
            String value = value();
            values.add(tokens.accept(":") ? value + ": " + value() : value);
        }
        return String.join(", ", values);
    }

    /** Why it is deprecated; null where no directive says so. */
    private @Nullable String directives() {
        String deprecated = null;
        while (tokens.accept("@")) {
            boolean old = tokens.word("a directive").equals("deprecated");
            String arguments = tokens.accept("(") ? values(")") : "";
            if (old) {
                deprecated = arguments.replaceFirst("^reason: \"(.*)\"$", "$1");
            }
        }
        return deprecated;
    }

    private String description() {
        if (tokens.peek().kind() != Kind.STRING) {
            return "";
        }
        return tokens.take()
                .text()
                .lines()
                .map(String::strip)
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
