package dev.slipway.builds.kind;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a build has made, ready to become an image.
 *
 * @param directory all files of this directory become {@code /app}
 * @param entrypoint the command that starts it, with {@code /app} as its working directory
 * @param details for the provenance
 */
public record Application(Path directory, List<String> entrypoint, Map<String, String> details) {

    public Application {
        entrypoint = List.copyOf(entrypoint);
        details = Map.copyOf(details);
    }
}
