package dev.slipway.catalog.ingest;

import dev.slipway.entities.Includes;
import java.io.Reader;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A file that describes entities.
 *
 * @param repository {@code organisation/name}; empty for a producer inside Slipway
 * @param path in the repository
 * @param content Git's id of what it holds
 * @param location where people find it, as Backstage writes it: {@code url:…}
 * @param origin where people find what first led to it, in the same way
 * @param text reads it from its beginning; closed by who asks
 * @param includes reads what placeholders name
 * @param resolve which file of which repository a target means that a Location or a placeholder of this file names
 */
public record SourceFile(
        String repository,
        String path,
        String content,
        String location,
        String origin,
        Supplier<Reader> text,
        Includes includes,
        Function<String, Optional<FilePattern>> resolve) {

    /** What the entity of a document depends on, includes aside: its text and, where that is not the file, what led to it. */
    String published(String text) {
        String foreign = foreignOrigin();
        return foreign == null ? text : foreign + "\n" + text;
    }

    /** What first led to it; null where that is the file itself. */
    public @Nullable String foreignOrigin() {
        return origin.equals(location) ? null : origin;
    }

    /**
     * Files that a target names.
     *
     * @param pattern a path, or a glob of paths
     */
    public record FilePattern(String repository, String pattern) {}
}
