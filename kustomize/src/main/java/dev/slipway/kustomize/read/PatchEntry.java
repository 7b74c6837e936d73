package dev.slipway.kustomize.read;

import dev.slipway.kustomize.patch.Selector;
import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code patches} or of one of its older forms.
 *
 * @param path of a file, or null
 * @param inline the patch itself, or null
 * @param target null when the patch names its object
 * @param either whether the text may be a path or a patch, as in {@code patchesStrategicMerge}
 */
public record PatchEntry(
        dev.slipway.documents.yaml.Place place,
        @Nullable String path,
        @Nullable String inline,
        @Nullable Selector target,
        boolean allowNameChange,
        boolean allowKindChange,
        boolean either) {}
