package dev.slipway.gitops.routes.rule;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code rewrite}: of the matched prefix or of all places of the path that a regular expression finds, and of the authority.
 *
 * @param uri in place of the matched prefix, or of the whole path where that was matched; null when it stays
 */
record Rewrite(
        @Nullable String uri,
        @Nullable Pattern regex,
        String replacement,
        @Nullable String authority) {

    static final Rewrite NONE = new Rewrite(null, null, "", null);

    private static final int MOST_GROUPS = 9;

    static Rewrite of(Fields rewrite) {
        rewrite.only(Set.of("uri", "uriRegexRewrite", "authority"));
        String uri = rewrite.text("uri");
        if (uri != null && !uri.startsWith("/")) {
            rewrite.wrong("uri", "\"" + uri + "\" is no path.", "a path that begins with a slash");
        }
        Fields regex = rewrite.map("uriRegexRewrite");
        regex.only(Set.of("match", "rewrite"));
        if (uri != null && rewrite.has("uriRegexRewrite")) {
            rewrite.wrong("uriRegexRewrite", "A rewrite has \"uri\" or \"uriRegexRewrite\", not both.", "one of them");
        }
        String replacement = regex.text("rewrite");
        return new Rewrite(
                uri,
                rewrite.has("uriRegexRewrite") ? pattern(regex, String.valueOf(replacement)) : null,
                replacement == null ? "" : replacement,
                rewrite.text("authority"));
    }

    private static @Nullable Pattern pattern(Fields regex, String replacement) {
        String match = regex.text("match");
        try {
            Pattern pattern = Pattern.compile(match == null ? "" : match);
            for (int group = pattern.groupCount() + 1; group <= MOST_GROUPS; group++) {
                if (replacement.contains("\\" + group)) {
                    regex.wrong(
                            "rewrite",
                            "\"" + replacement + "\" uses group " + group + ".",
                            "no more than the " + pattern.groupCount() + " groups of \"" + match + "\"");
                }
            }
            return pattern;
        } catch (PatternSyntaxException e) {
            regex.wrong(
                    "match", "\"" + match + "\" is no regular expression: " + e.getDescription() + ".", "RE2 syntax");
            return null;
        }
    }

    String path(String path, Match match) {
        if (uri != null) {
            return switch (match.prefix()) {
                case Match.Prefix.Length(int characters) -> uri + path.substring(Math.min(characters, path.length()));
                case Match.Prefix.Whole() -> uri;
            };
        }
        return regex == null ? path : replaced(regex, path);
    }

    private String replaced(Pattern pattern, String path) {
        Matcher matcher = pattern.matcher(path);
        StringBuilder text = new StringBuilder();
        int end = 0;
        while (matcher.find()) {
            text.append(path, end, matcher.start());
            expand(matcher, text);
            end = matcher.end();
        }
        return text.append(path, end, path.length()).toString();
    }

    /** RE2's groups are {@code \1} to {@code \9}, {@code \0} is everything. */
    private void expand(Matcher matcher, StringBuilder text) {
        for (int i = 0; i < replacement.length(); i++) {
            char next = i + 1 < replacement.length() ? replacement.charAt(i + 1) : ' ';
            if (replacement.charAt(i) == '\\' && Character.isDigit(next)) {
                String group = matcher.group(next - '0');
                text.append(group == null ? "" : group);
                i++;
            } else if (replacement.charAt(i) == '\\' && next == '\\') {
                text.append('\\');
                i++;
            } else {
                text.append(replacement.charAt(i));
            }
        }
    }
}
