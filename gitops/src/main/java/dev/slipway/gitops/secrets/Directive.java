package dev.slipway.gitops.secrets;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What may stand before a password.
 *
 * @param word without which, in small letters, no text has one
 * @param pattern with the group {@code value}; with the group {@code name} it counts where that is a secret's
 */
record Directive(String word, Pattern pattern) {

    static Directive of(String word, String pattern) {
        return new Directive(word, Pattern.compile(pattern));
    }

    /** @param words the text in small letters */
    List<MatchResult> in(String text, String words, Predicate<String> isSecret) {
        return words.contains(word)
                ? pattern.matcher(text)
                        .results()
                        .filter(each -> !each.namedGroups().containsKey("name") || isSecret.test(each.group("name")))
                        .toList()
                : List.of();
    }

    /** The same text where there is nothing to hide. */
    String scrub(String text, String words, Predicate<String> isSecret) {
        List<MatchResult> all = in(text, words, isSecret);
        if (all.isEmpty()) {
            return text;
        }
        StringBuilder scrubbed = new StringBuilder();
        int copied = 0;
        for (MatchResult found : all) {
            scrubbed.append(text, copied, found.start("value")).append(Hidden.TEXT);
            copied = found.end("value");
        }
        return scrubbed.append(text, copied, text.length()).toString();
    }
}
