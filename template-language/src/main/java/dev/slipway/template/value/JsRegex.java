package dev.slipway.template.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression literal; matching counts against the budget, so that none runs for ever. */
public record JsRegex(Pattern pattern, boolean global) {

    public static JsRegex of(String pattern, String flags) {
        int options =
                (flags.contains("i") ? Pattern.CASE_INSENSITIVE : 0) | (flags.contains("m") ? Pattern.MULTILINE : 0);
        try {
            return new JsRegex(Pattern.compile(pattern, options), flags.contains("g"));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("The regular expression is not valid: " + e.getDescription() + ".", e);
        }
    }

    Matcher matcher(CharSequence text, Budget budget) {
        return pattern.matcher(new Counted(text, budget));
    }

    String replace(String text, String replacement, Budget budget) {
        Matcher matcher = matcher(text, budget);
        StringBuilder result = new StringBuilder();
        int copied = 0;
        while (matcher.find()) {
            result.append(text, copied, matcher.start()).append(expanded(replacement, text, matcher));
            copied = matcher.end();
            budget.text(result.length());
            if (!global) {
                break;
            }
        }
        return budget.checked(result.append(text.substring(copied)).toString());
    }

    /** JavaScript's {@code $1}, {@code $&} and {@code $$}. */
    private static String expanded(String replacement, String text, Matcher matcher) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < replacement.length(); i++) {
            char c = replacement.charAt(i);
            char next = i + 1 < replacement.length() ? replacement.charAt(i + 1) : ' ';
            if (c != '$') {
                result.append(c);
            } else if (next == '$') {
                result.append('$');
                i++;
            } else if (next == '&') {
                result.append(text, matcher.start(), matcher.end());
                i++;
            } else if (next >= '1' && next <= '9' && next - '0' <= matcher.groupCount()) {
                int group = next - '0';
                if (matcher.start(group) >= 0) {
                    result.append(text, matcher.start(group), matcher.end(group));
                }
                i++;
            } else {
                result.append(c);
            }
        }
        return result.toString();
    }

    @Override
    public String toString() {
        return "/" + pattern.pattern() + "/" + (global ? "g" : "");
    }

    /** Counts each character that is looked at. */
    private record Counted(CharSequence text, Budget budget) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            budget.step();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), budget);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
