package dev.slipway.kustomize.variable;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts values into texts for {@code $(NAME)}; {@code $$} stands for one dollar. */
final class Expansion {
    private static final Pattern REFERENCE = Pattern.compile("\\$(?:\\$|\\(([^)]*)\\))");

    private Expansion() {}

    /** The text with values; a text that is nothing but a reference becomes the value itself, with its type. */
    static Object expanded(String text, Map<String, Object> values) {
        Matcher matcher = REFERENCE.matcher(text);
        if (matcher.matches() && matcher.group(1) != null) {
            return values.getOrDefault(matcher.group(1), text);
        }
        matcher.reset();
        return matcher.replaceAll(match -> Matcher.quoteReplacement(
                match.group(1) == null
                        ? "$"
                        : String.valueOf(values.getOrDefault(match.group(1), "$(" + match.group(1) + ")"))));
    }
}
