package dev.slipway.template.nunjucks;

import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/** Writes random expressions: any operators between any values, but filters and methods on values that they are made for. */
final class ExpressionGrammar {

    static final String CONTEXT = "{\"name\": \"pricing-api\", \"n\": 3, \"price\": 2.5, \"yes\": true, \"no\": false, "
            + "\"empty\": \"\", \"nothing\": null, \"tags\": [\"b\", \"a\", \"C\"], \"numbers\": [3, 1, 10], "
            + "\"owner\": {\"name\": \"red\", \"size\": 4, \"tags\": [\"x\", 1]}, "
            + "\"people\": [{\"name\": \"Zoe\", \"age\": 30}, {\"name\": \"adam\", \"age\": 25}]}";

    private static final List<String> OPERATORS = List.of(
            "+", "-", "*", "/", "//", "%", "**", "~", "==", "===", "!=", "!==", "<", ">", "<=", ">=", "and", "or");
    private static final List<String> TEXTS = List.of(
            "'a'",
            "\"B c\"",
            "''",
            "'x-y-z'",
            "' pad '",
            "'12'",
            "'3.5kg'",
            "'<b>é</b>'",
            "\"a\\nb\"",
            "name",
            "empty",
            "owner.name",
            "people[0].name",
            "tags[1]",
            "'true'",
            "'0'");
    private static final List<String> NUMBERS = List.of(
            "0", "1", "2", "7", "10", "0.5", "1.25", "100", "n", "price", "owner.size", "numbers[2]", "people[1].age");
    private static final List<String> BOOLEANS = List.of("true", "false", "yes", "no");
    private static final List<String> LISTS = List.of(
            "tags", "numbers", "[]", "[1, 2, 3]", "['b', 'a']", "owner.tags", "[none, 1, 'x']", "[[1], [2, 3]]");
    private static final List<String> OTHERS =
            List.of("none", "nothing", "missing", "owner", "owner.nope", "missing.deep", "{}", "{a: 1 }", "people[1]");

    private final Random random;
    private final List<String> names;

    /** The names are known beside those of the context. */
    ExpressionGrammar(Random random, List<String> names) {
        this.random = random;
        this.names = names;
    }

    String any(int depth) {
        return pick(depth, d -> chain(d), this::text, this::number, this::bool, this::list, this::other, this::name);
    }

    private String name(int depth) {
        return names.isEmpty() ? other(depth) : one(names);
    }

    /** Operators without parentheses between them. */
    private String chain(int depth) {
        if (depth <= 0) {
            return other(depth);
        }
        StringBuilder chain = new StringBuilder(operand(depth - 1));
        for (int i = random.nextInt(4); i >= 0; i--) {
            chain.append(' ').append(one(OPERATORS)).append(' ').append(operand(depth - 1));
        }
        return chain.toString();
    }

    private String operand(int depth) {
        return switch (random.nextInt(8)) {
            case 0 -> "-" + one(NUMBERS);
            case 1 -> "(" + any(depth) + ")";
            default -> pick(0, this::text, this::number, this::bool, this::list, this::other, this::name);
        };
    }

    String text(int depth) {
        if (depth <= 0) {
            return one(TEXTS);
        }
        int d = depth - 1;
        return switch (random.nextInt(22)) {
            case 0 -> "(" + text(d) + " ~ " + any(0) + ")";
            case 1 -> "(" + text(d) + " + " + text(d) + ")";
            case 2 ->
                "(" + text(d) + " | " + one(List.of("upper", "lower", "title", "capitalize", "trim", "reverse")) + ")";
            case 3 -> "(" + text(d) + " | replace(" + text(0) + ", " + text(0) + "))";
            case 4 -> "(" + text(d) + " | truncate(" + random.nextInt(8) + ", " + one(BOOLEANS) + "))";
            case 5 -> "(" + text(d) + " | center(" + random.nextInt(12) + "))";
            case 6 -> "(" + text(d) + " | indent(" + random.nextInt(4) + ", " + one(BOOLEANS) + "))";
            case 7 -> "(" + text(d) + ").slice(" + small() + ", " + small() + ")";
            case 8 -> "(" + text(d) + ").substring(" + small() + ", " + small() + ")";
            case 9 -> "(" + text(d) + ").replace(" + text(0) + ", " + text(0) + ")";
            case 10 -> "(" + text(d) + ").replaceAll(" + text(0) + ", " + text(0) + ")";
            case 11 -> "(" + list(d) + " | join(" + text(0) + "))";
            case 12 -> "(" + list(d) + ").join(" + text(0) + ")";
            case 13 -> "([" + any(d) + "] | dump)";
            case 14 -> "(" + number(d) + ").toFixed(" + random.nextInt(4) + ")";
            case 15 -> "(" + text(d) + " if " + any(0) + " else " + text(0) + ")";
            case 16 -> "(" + text(d) + ").charAt(" + small() + ")";
            case 17 -> "(" + text(d) + " | striptags)";
            case 18 ->
                "(" + text(d) + ").replace(r/" + one(List.of("[a-z]+", "\\w", "(.)-", "^.", "b?$", "\\s*")) + "/"
                        + one(List.of("", "g", "i", "gi")) + ", " + one(List.of("'[$&]'", "'$1'", "'_'")) + ")";
            case 19 -> "(" + text(d) + " | urlencode)";
            case 20 -> "(" + text(d) + " | nl2br)";
            default -> "(" + text(d) + ").concat(" + any(0) + ")";
        };
    }

    String number(int depth) {
        if (depth <= 0) {
            return one(NUMBERS);
        }
        int d = depth - 1;
        return switch (random.nextInt(12)) {
            case 0 -> "(" + number(d) + " " + one(OPERATORS.subList(0, 7)) + " " + number(d) + ")";
            case 1 -> "(-" + one(NUMBERS) + ")";
            case 2 -> "(" + text(d) + ").length";
            case 3 -> "(" + list(d) + ").length";
            case 4 -> "(" + any(d) + " | length)";
            case 5 ->
                "(" + number(d) + " | " + one(List.of("abs", "round", "round(1)", "round(1, 'floor')", "int", "float"))
                        + ")";
            case 6 -> "(" + text(d) + " | int(" + one(NUMBERS) + "))";
            case 7 -> "(" + list(d) + " | sum)";
            case 8 -> "(" + text(d) + ").indexOf(" + text(0) + ")";
            case 9 -> "(" + list(d) + ").indexOf(" + any(0) + ")";
            case 10 -> "(" + text(d) + " | wordcount)";
            default -> "(" + number(d) + " if " + any(0) + " else " + number(0) + ")";
        };
    }

    String bool(int depth) {
        if (depth <= 0) {
            return one(BOOLEANS);
        }
        int d = depth - 1;
        return switch (random.nextInt(9)) {
            case 0 -> "(" + any(d) + " " + one(OPERATORS.subList(8, 16)) + " " + any(d) + ")";
            case 1 -> "(not " + chain(d) + ")";
            case 2 -> "(" + any(0) + " in " + list(d) + ")";
            case 3 -> "(" + text(0) + " not in " + text(d) + ")";
            case 4 ->
                "(" + any(d) + " is " + one(List.of("", "not "))
                        + one(List.of("defined", "string", "number", "mapping", "truthy", "odd", "even", "none")) + ")";
            case 5 -> "(" + any(0) + " is " + one(List.of("eq", "ne", "gt", "le", "divisibleby")) + "(" + any(0) + "))";
            case 6 -> "(" + text(d) + ").includes(" + text(0) + ")";
            case 7 -> "(" + list(d) + ").includes(" + any(0) + ")";
            default -> "(" + bool(d) + " " + one(List.of("and", "or")) + " " + bool(d) + ")";
        };
    }

    String list(int depth) {
        if (depth <= 0) {
            return one(LISTS);
        }
        int d = depth - 1;
        return switch (random.nextInt(13)) {
            case 0 -> "[" + any(d) + ", " + any(0) + "]";
            case 1 -> "(" + list(d) + " | " + one(List.of("reverse", "list", "sort", "select", "reject")) + ")";
            case 2 -> "(" + list(d) + " | batch(" + (1 + random.nextInt(3)) + ", " + text(0) + "))";
            case 3 -> "(" + list(d) + " | slice(" + random.nextInt(4) + ", " + text(0) + "))";
            case 4 -> "(" + text(d) + ").split(" + text(0) + ")";
            case 5 -> "(" + list(d) + ").concat(" + any(d) + ")";
            case 6 -> "(" + list(d) + ").slice(" + small() + ", " + small() + ")";
            case 7 -> "(" + list(d) + ").flat()";
            case 8 -> "range(" + small() + ", " + random.nextInt(5) + ")";
            case 9 -> "(" + list(d) + ").splice(" + small() + ", " + random.nextInt(3) + ")";
            case 10 -> "(" + list(d) + " | sort(" + one(BOOLEANS) + ", " + one(BOOLEANS) + "))";
            case 11 ->
                "(people | " + one(List.of("sort(attribute='age')", "groupby('age') | list", "selectattr('age')"))
                        + ")";
            default -> "(owner | dictsort)";
        };
    }

    private String other(int depth) {
        return depth <= 0 ? one(OTHERS) : "{k: " + any(depth - 1) + ", b: " + any(0) + " }";
    }

    private String small() {
        return String.valueOf(random.nextInt(9) - 4);
    }

    @SafeVarargs
    private String pick(int depth, IntFunction<String>... choices) {
        return choices[random.nextInt(choices.length)].apply(depth);
    }

    String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
