package dev.slipway.scaffolding.builtin.file;

import dev.slipway.documents.tree.PathPattern;
import java.util.List;

/**
 * Patterns of paths as npm's globby takes them: one that names a directory stands for everything in it, one that begins with
 * {@code !} takes out of what the others match.
 */
public final class Globs {

    private final List<PathPattern> wanted;
    private final List<PathPattern> unwanted;

    public Globs(List<String> patterns) {
        this.wanted = compiled(
                patterns.stream().filter(pattern -> !pattern.startsWith("!")).toList());
        this.unwanted = compiled(patterns.stream()
                .filter(pattern -> pattern.startsWith("!"))
                .map(pattern -> pattern.substring(1))
                .toList());
    }

    private static List<PathPattern> compiled(List<String> patterns) {
        return patterns.stream()
                .map(pattern -> pattern.replaceFirst("^(\\./)+", "").replaceFirst("/+$", ""))
                .map(pattern ->
                        pattern.isEmpty() || pattern.equals(".") ? "**" : "{" + pattern + "," + pattern + "/**}")
                .map(PathPattern::new)
                .toList();
    }

    public boolean match(String path) {
        return wanted.stream().anyMatch(pattern -> pattern.matches(path))
                && unwanted.stream().noneMatch(pattern -> pattern.matches(path));
    }
}
