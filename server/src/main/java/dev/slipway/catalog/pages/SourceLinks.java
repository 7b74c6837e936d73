package dev.slipway.catalog.pages;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.web.util.UriUtils;

/** The portal's pages of the files that the catalog reads. */
public final class SourceLinks {

    private SourceLinks() {}

    /** Empty where the source is no file. */
    public static Optional<String> file(String repository, String path) {
        return repository.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "/repositories/" + repository + "/files/" + UriUtils.encodePath(path, StandardCharsets.UTF_8));
    }

    /** A line of a file; null where the source is no file. */
    public static @org.jspecify.annotations.Nullable String line(String repository, String path, int line) {
        return file(repository, path)
                .map(page -> page + (line > 0 ? "#L" + line : ""))
                .orElse(null);
    }

    /** A source as people read it. */
    public static String name(String repository, String path) {
        return repository.isEmpty() ? "Slipway: " + path : repository + " · " + path;
    }
}
