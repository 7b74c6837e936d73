package dev.slipway.git;

import dev.slipway.documents.tree.FileContent;
import org.jspecify.annotations.Nullable;

/**
 * A file that differs.
 *
 * @param before null when it is new
 * @param after null when it is gone
 */
public record FileDifference(
        String path, @Nullable FileContent before, @Nullable FileContent after) {}
