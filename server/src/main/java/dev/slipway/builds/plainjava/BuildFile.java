package dev.slipway.builds.plainjava;

import dev.slipway.builds.kind.BuildFailure;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.kernel.Suggestions;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * {@code slipway.build.properties} of a repository.
 *
 * @param mainClass the class to start; null when it is to be found
 */
record BuildFile(@Nullable String mainClass) {

    static final String NAME = "slipway.build.properties";

    private static final List<String> KEYS = List.of("main-class", "main");

    /** Refuses keys that it does not know, so that a misspelt one is noticed. */
    static BuildFile read(FileTree sources) throws BuildFailure {
        Properties properties = parse(sources.text(NAME).orElse(""));
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            if (!KEYS.contains(key)) {
                throw new BuildFailure(NAME + ": unknown key \"" + key + "\". Expected: main-class."
                        + Suggestions.didYouMean(key, KEYS)
                                .map(hint -> " " + hint)
                                .orElse(""));
            }
        }
        return new BuildFile(KEYS.stream()
                .flatMap(key -> Optional.ofNullable(properties.getProperty(key)).stream())
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(null));
    }

    private static Properties parse(String text) throws BuildFailure {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            throw new BuildFailure(NAME + " cannot be read: " + e.getMessage());
        }
        return properties;
    }
}
