package dev.slipway.builds.kind;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A command that a build runs.
 *
 * @param environment variables beside those that every command gets
 * @param readable directories beside the build's own that it may read and not change, wherever they are
 */
public record Command(List<String> words, Map<String, String> environment, List<Path> readable) {

    public Command {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
        readable = List.copyOf(readable);
    }

    public static Command of(List<String> words) {
        return new Command(words, Map.of(), List.of());
    }

    public static Command of(String... words) {
        return of(List.of(words));
    }

    public Command reading(Path directory) {
        List<Path> more = new java.util.ArrayList<>(readable);
        more.add(directory);
        return new Command(words, environment, more);
    }
}
