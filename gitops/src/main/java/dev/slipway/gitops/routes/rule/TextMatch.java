package dev.slipway.gitops.routes.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Istio's StringMatch: exact, prefix, or a regular expression that the whole text has to match. RE2 takes time linear in
 * the text, whatever the expression.
 */
final class TextMatch {

    private final Predicate<String> holds;
    private final String words;
    private final String prefix;

    private TextMatch(String words, String prefix, Predicate<String> holds) {
        this.words = words;
        this.prefix = prefix;
        this.holds = holds;
    }

    /** Whatever there is: an empty StringMatch. */
    static TextMatch present() {
        return new TextMatch("is there", "", _ -> true);
    }

    /** What is wrong is added to the problems; what comes back then never holds. */
    static TextMatch of(Fields match, boolean ignoreCase) {
        if (match.keys().size() != 1 || !Set.of("exact", "prefix", "regex").containsAll(match.keys())) {
            match.wrong("", "\"" + String.join(", ", match.keys()) + "\" is no match.", "one of exact, prefix, regex");
            return new TextMatch("", "", _ -> false);
        }
        String kind = match.keys().iterator().next();
        String text = String.valueOf(match.text(kind));
        String words = kind + " \"" + text + "\"" + (ignoreCase ? ", whatever its case" : "");
        String folded = fold(text, ignoreCase);
        return switch (kind) {
            case "exact" ->
                new TextMatch(words, "", each -> fold(each, ignoreCase).equals(folded));
            case "prefix" ->
                new TextMatch(words, text, each -> fold(each, ignoreCase).startsWith(folded));
            default -> regex(match, text, words);
        };
    }

    /** Istio does not fold the case of regular expressions. */
    private static TextMatch regex(Fields match, String text, String words) {
        try {
            Pattern pattern = Pattern.compile(text);
            return new TextMatch(words, "", pattern::matches);
        } catch (PatternSyntaxException e) {
            match.wrong(
                    "regex", "\"" + text + "\" is no regular expression: " + e.getDescription() + ".", "RE2 syntax");
            return new TextMatch(words, "", _ -> false);
        }
    }

    private static String fold(String text, boolean ignoreCase) {
        return ignoreCase ? text.toLowerCase(Locale.ROOT) : text;
    }

    boolean holds(String text) {
        return holds.test(text);
    }

    /** How much of a text that it holds for is its prefix; empty unless it is one. */
    String prefix() {
        return prefix;
    }

    @Override
    public String toString() {
        return words;
    }
}
