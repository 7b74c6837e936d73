package dev.slipway.builds.kind;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a build has made, ready to become an image.
 *
 * @param layers directories whose files together become {@code /app}, each a layer of the image: what changes least comes first
 * @param entrypoint the command that starts it, with {@code /app} as its working directory
 * @param details for the provenance
 */
public record Application(List<Path> layers, List<String> entrypoint, Map<String, String> details) {

    public Application {
        layers = List.copyOf(layers);
        entrypoint = List.copyOf(entrypoint);
        details = Map.copyOf(details);
    }
}
