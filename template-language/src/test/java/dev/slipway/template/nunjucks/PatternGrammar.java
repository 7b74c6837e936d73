package dev.slipway.template.nunjucks;

import java.util.List;
import java.util.Random;

/** Writes random regular expressions, and replaces and splits texts with them. */
final class PatternGrammar {

    private static final List<String> ATOMS = List.of(
            "a", "b", "c", "1", "-", ".", "\\d", "\\w", "\\W", "\\s", "\\S", "[ab]", "[^a]", "[a-c1]", "[\\w-]",
            "[^\\s]", "\\b", "\\B", "^", "$", "\\1", "\\2", "(?:)", "\\.", "\\x61", "B", "é");
    private static final List<String> QUANTIFIERS =
            List.of("", "", "", "", "*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,3}?", "{1,}");
    private static final List<String> OPENINGS = List.of("(", "(", "(?:", "(?=", "(?!", "(?<=", "(?<!", "(?<n>");
    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "abc",
            "aabbcc",
            "abcabc",
            "a-b-c",
            "1 a 2 b",
            "aAbB",
            "ab\\nba",
            "\\n",
            "caab1",
            "ééa",
            "-a1- b",
            "bbbbbb",
            "abababab");
    private static final List<String> FLAGS = List.of("", "g", "g", "gi", "gm", "i", "gim", "gy");

    private final Random random;
    private boolean named;

    private PatternGrammar(Random random) {
        this.random = random;
    }

    static Case patternCase(Random random) {
        PatternGrammar grammar = new PatternGrammar(random);
        String regex = "r/" + grammar.choice(2) + "/" + grammar.one(FLAGS);
        String text = "('" + grammar.one(TEXTS) + "')";
        String template = "{{ " + text + ".replace(" + regex + ", '[$&|$1|$2]') }} {{ " + text + ".split(" + regex
                + ") | dump }}";
        return new Case(template, ExpressionGrammar.CONTEXT, List.of());
    }

    private String choice(int depth) {
        String first = sequence(depth);
        return random.nextInt(3) == 0 ? first + "|" + sequence(depth) : first;
    }

    private String sequence(int depth) {
        StringBuilder sequence = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            sequence.append(depth > 0 && random.nextInt(3) == 0 ? group(depth - 1) : atom());
        }
        return sequence.toString();
    }

    private String atom() {
        String atom = one(ATOMS);
        boolean place = List.of("^", "$", "\\b", "\\B").contains(atom);
        return place ? atom : atom + one(QUANTIFIERS);
    }

    private String group(int depth) {
        String opening = one(OPENINGS);
        if (opening.equals("(?<n>")) {
            opening = named ? "(" : opening;
            named = true;
        }
        String quantifier = opening.startsWith("(?<=") || opening.startsWith("(?<!") ? "" : one(QUANTIFIERS);
        return opening + choice(depth) + ")" + quantifier;
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
