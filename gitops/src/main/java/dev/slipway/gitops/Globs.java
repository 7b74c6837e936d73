package dev.slipway.gitops;

import dev.slipway.gitops.manifest.GlobExpression;
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

    /** A file pattern of {@code directory.include}: alternatives stand as <code>{a,b}</code>, stars cross directories. */
    static boolean matchesFile(String pattern, String path) {
        return GlobExpression.matches(pattern, path);
    }

    private static String regex(String pattern) {
        StringBuilder regex = new StringBuilder();
        pattern.chars().forEach(c -> regex.append(c == '*' ? ".*" : Pattern.quote(Character.toString(c))));
        return regex.toString();
    }
}
