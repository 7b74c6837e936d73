package dev.slipway.kustomize;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A patch that a deployer adds, like an entry of Argo CD's {@code kustomize.patches}.
 *
 * @param path of a file in or below the kustomization's directory, or null
 * @param patch the patch itself, or null
 * @param target group, version, kind, name, namespace, labelSelector and annotationSelector as far as given; null when the patch
 *     names its object
 */
public record PatchOverride(
        @Nullable String path,
        @Nullable String patch,
        @Nullable Map<String, String> target,
        boolean allowNameChange,
        boolean allowKindChange) {

    public PatchOverride {
        target = target == null ? null : Map.copyOf(target);
        if ((path == null) == (patch == null)) {
            throw new IllegalArgumentException("An entry of kustomize.patches needs either path or patch.");
        }
    }
}
