package dev.slipway.scaffolding.lint;

import dev.slipway.documents.yaml.YamlMap;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/** The files of a skeleton whose content is not rendered. */
record RawFiles(List<PathMatcher> patterns) {

    static RawFiles of(YamlMap input) {
        return new RawFiles(Stream.of("copyWithoutTemplating", "copyWithoutRender")
                .flatMap(key -> input.items(key).stream())
                .flatMap(item -> item.asText().stream())
                .map(RawFiles::matcher)
                .toList());
    }

    private static PathMatcher matcher(String pattern) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + pattern.replaceFirst("^\\./", ""));
        } catch (IllegalArgumentException _) { // the step says so when it runs
            return _ -> false;
        }
    }

    boolean match(String path) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(Path.of(path)));
    }
}
