package dev.slipway.gitops;

import java.util.List;
import java.util.regex.Pattern;

/** Argo CD's patterns: {@code *} stands for anything, a leading {@code !} in a list excludes. */
final class Globs {

    private Globs() {}

    static boolean matches(String pattern, String text) {
        if (pattern.equals("*") || pattern.equals(text)) {
            return true;
        }
        return pattern.contains("*") && Pattern.matches(regex(pattern), text);
    }

    static boolean admits(List<String> patterns, String text) {
        return patterns.stream().noneMatch(each -> each.startsWith("!") && matches(each.substring(1), text))
                && patterns.stream().anyMatch(each -> !each.startsWith("!") && matches(each, text));
    }

    /** A file pattern of {@code directory.include}: alternatives stand as <code>{a,b}</code>. */
    static boolean matchesFile(String pattern, String path) {
        String bare =
                pattern.startsWith("{") && pattern.endsWith("}") ? pattern.substring(1, pattern.length() - 1) : pattern;
        return java.util.Arrays.stream(bare.split(",")).anyMatch(each -> matches(each.strip(), path));
    }

    private static String regex(String pattern) {
        StringBuilder regex = new StringBuilder();
        pattern.chars().forEach(c -> regex.append(c == '*' ? ".*" : Pattern.quote(Character.toString(c))));
        return regex.toString();
    }
}
