package dev.slipway.gitops.routes;

import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Istio's StringMatch: exact, prefix or regex (RE2 there, the whole text has to match). */
final class TextMatch {

    private TextMatch() {}

    /** @throws IllegalArgumentException if it is none of the three */
    static Predicate<String> of(@Nullable Object value, boolean ignoreCase) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("exact, prefix or regex is missing");
        }
        if (map.isEmpty()) {
            return _ -> true;
        }
        if (map.size() != 1) {
            throw new IllegalArgumentException("one of exact, prefix and regex, not several");
        }
        String kind = String.valueOf(map.keySet().iterator().next());
        String text = String.valueOf(map.values().iterator().next());
        String folded = ignoreCase ? text.toLowerCase(Locale.ROOT) : text;
        return switch (kind) {
            case "exact" -> candidate -> fold(candidate, ignoreCase).equals(folded);
            case "prefix" -> candidate -> fold(candidate, ignoreCase).startsWith(folded);
            case "regex" -> Pattern.compile(text).asMatchPredicate();
            default -> throw new IllegalArgumentException("\"" + kind + "\" is not exact, prefix or regex");
        };
    }

    private static String fold(String text, boolean ignoreCase) {
        return ignoreCase ? text.toLowerCase(Locale.ROOT) : text;
    }
}
