package dev.slipway.scaffolding.builtin;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;

/** Patterns of paths, as {@code copyWithoutTemplating} takes them. */
final class Globs {

    private final List<PathMatcher> patterns;

    Globs(List<String> patterns) {
        this.patterns = patterns.stream()
                .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern.replaceFirst("^\\./", "")))
                .toList();
    }

    boolean match(String path) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(Path.of(path)));
    }
}
