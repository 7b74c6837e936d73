package dev.slipway.kustomize.read;

import dev.slipway.kustomize.replace.Replacement;
import org.jspecify.annotations.Nullable;

/** What stands in the list of replacements: the path of a file that holds some, or one itself. */
public record ReplacementEntry(
        @Nullable Text path, @Nullable Replacement replacement) {}
