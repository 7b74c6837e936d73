package dev.slipway.template.value;

import dev.slipway.template.regex.Match;
import dev.slipway.template.regex.Regex;
import org.jspecify.annotations.Nullable;

/** JavaScript's {@code text.replace(what, with)} and {@code replaceAll}. */
public final class TextReplacement {

    private TextReplacement() {}

    public static String replace(
            String text, @Nullable Object what, @Nullable Object with, boolean all, Budget budget) {
        String replacement = Conversions.text(with, budget);
        if (what instanceof Regex regex) {
            if (all && !regex.isGlobal()) {
                throw new IllegalArgumentException("\"replaceAll\" needs a regular expression with the flag g.");
            }
            return byRegex(text, regex, replacement, budget);
        }
        return byText(text, Conversions.text(what, budget), replacement, all, budget);
    }

    private static String byRegex(String text, Regex regex, String replacement, Budget budget) {
        StringBuilder result = new StringBuilder();
        int copied = 0;
        for (Match match = regex.find(text, 0, budget::step);
                match != null;
                match = match.isEmpty()
                        ? next(text, regex, match, budget)
                        : regex.find(text, match.end(), budget::step)) {
            result.append(text, copied, match.start());
            expand(replacement, text, match, result, budget);
            copied = match.end();
            if (!regex.isGlobal()) {
                break;
            }
        }
        return budget.checked(result.append(text.substring(copied)).toString());
    }

    /** After an empty match the search goes on one character further. */
    private static @Nullable Match next(String text, Regex regex, Match match, Budget budget) {
        return match.end() < text.length() ? regex.find(text, match.end() + 1, budget::step) : null;
    }

    private static String byText(String text, String part, String replacement, boolean all, Budget budget) {
        StringBuilder result = new StringBuilder();
        int copied = 0;
        for (int at = Search.indexOf(text, part, 0, budget);
                at >= 0;
                at = at + Math.max(1, part.length()) > text.length()
                        ? -1
                        : Search.indexOf(text, part, at + Math.max(1, part.length()), budget)) {
            result.append(text, copied, at);
            expand(replacement, text, Match.of(text, at, at + part.length()), result, budget);
            copied = at + part.length();
            if (!all) {
                break;
            }
        }
        return budget.checked(result.append(text.substring(copied)).toString());
    }

    /** JavaScript's {@code $1}, {@code $<name>}, {@code $&}, {@code $`}, {@code $'} and {@code $$}. */
    private static void expand(String replacement, String text, Match match, StringBuilder result, Budget budget) {
        int before = result.length();
        int i = 0;
        while (i < replacement.length()) {
            int dollar = replacement.indexOf('$', i);
            if (dollar < 0 || dollar + 1 == replacement.length()) {
                break;
            }
            result.append(replacement, i, dollar);
            i = dollar + 1 + reference(replacement, dollar + 1, text, match, result);
            budget.output(result.length(), 0);
        }
        result.append(replacement, i, replacement.length());
        budget.output(result.length(), result.length() - before);
    }

    /** Appends what is referred to behind a dollar sign; returns how many characters of the replacement it took. */
    private static int reference(String replacement, int at, String text, Match match, StringBuilder result) {
        char c = replacement.charAt(at);
        switch (c) {
            case '$' -> result.append('$');
            case '&' -> result.append(text, match.start(), match.end());
            case '`' -> result.append(text, 0, match.start());
            case '\'' -> result.append(text, match.end(), text.length());
            default -> {
                return group(replacement, at, match, result);
            }
        }
        return 1;
    }

    private static int group(String replacement, int at, Match match, StringBuilder result) {
        int close = replacement.charAt(at) == '<' && match.hasNames() ? replacement.indexOf('>', at) : -1;
        if (close > 0) {
            append(result, match.group(replacement.substring(at + 1, close)));
            return close + 1 - at;
        }
        int one = digit(replacement, at);
        int two = one < 0 || digit(replacement, at + 1) < 0 ? -1 : one * 10 + digit(replacement, at + 1);
        if (two >= 1 && two <= match.groups()) {
            append(result, match.group(two));
            return 2;
        }
        if (one >= 1 && one <= match.groups()) {
            append(result, match.group(one));
            return 1;
        }
        result.append('$');
        return 0;
    }

    private static int digit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9' ? text.charAt(at) - '0' : -1;
    }

    private static void append(StringBuilder result, @Nullable String group) {
        result.append(group == null ? "" : group);
    }
}
