package dev.slipway.template.fuzz;

import java.util.List;
import java.util.Random;

/** Damages templates. */
final class Mutations {

    private static final List<String> PIECES = List.of(
            "{{",
            "}}",
            "{%",
            "%}",
            "{#",
            "#}",
            "-",
            "${{",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "|",
            ".",
            ",",
            ":",
            "'",
            "\"",
            "\\",
            "r/",
            "/",
            "//",
            "**",
            "~",
            "==",
            "===",
            "!",
            "=",
            " if ",
            " else ",
            " in ",
            " is ",
            " not ",
            " and ",
            "end",
            "for ",
            "set ",
            "macro ",
            "call ",
            "case ",
            "\n",
            "\r",
            "\t",
            "\u00a0",
            "\ud83d",
            "é",
            "0",
            "1e9",
            "9999999999",
            "range(99999)",
            "| batch(2)",
            "| dump",
            "| replace('', 'x')",
            ".split('')",
            "r/(a+)+$/",
            "loop",
            "caller()",
            "none");

    private Mutations() {}

    static String mutated(String template, Random random) {
        String text = template;
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            text = mutatedOnce(text, random);
        }
        return text;
    }

    private static String mutatedOnce(String text, Random random) {
        int a = random.nextInt(text.length() + 1);
        int b = random.nextInt(text.length() + 1);
        int from = Math.min(a, b);
        int to = Math.min(Math.max(a, b), from + 20);
        String part = text.substring(from, to);
        return switch (random.nextInt(5)) {
            case 0 -> text.substring(0, from) + text.substring(to);
            case 1 -> text.substring(0, to) + part + text.substring(to);
            case 2 -> text.substring(0, from) + PIECES.get(random.nextInt(PIECES.size())) + text.substring(from);
            case 3 -> text.substring(0, from) + PIECES.get(random.nextInt(PIECES.size())) + text.substring(to);
            default -> text.substring(to) + text.substring(0, from);
        };
    }

    /** Nothing but pieces. */
    static String pieces(Random random) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "{{ " : "{% ");
        for (int i = random.nextInt(30); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
