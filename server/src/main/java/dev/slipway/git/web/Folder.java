package dev.slipway.git.web;

import dev.slipway.kernel.RepositoryRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a folder holds.
 *
 * @param path empty for the root
 * @param entries folders first
 * @param readme the README in it as safe HTML; null when there is none
 */
public record Folder(
        RepositoryRef repository,
        String revision,
        String path,
        List<Entry> entries,
        @Nullable String readme) {

    /** A file or folder directly in it. */
    public record Entry(String name, String path, boolean directory) {}

    public Folder {
        entries = List.copyOf(entries);
    }
}
