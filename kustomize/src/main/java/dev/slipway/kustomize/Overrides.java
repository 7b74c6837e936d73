package dev.slipway.kustomize;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a deployer sets on top of a kustomization, like the {@code kustomize} part of an Argo CD Application: it is put
 * into the kustomization of the rendered directory, as {@code kustomize edit} would.
 */
public record Overrides(
        @Nullable String namespace,
        @Nullable String namePrefix,
        @Nullable String nameSuffix,
        List<ImageOverride> images,
        List<ReplicaOverride> replicas,
        Map<String, String> commonLabels,
        Map<String, String> commonAnnotations) {

    private static final Overrides NONE = new Overrides(null, null, null, List.of(), List.of(), Map.of(), Map.of());

    public Overrides {
        images = List.copyOf(images);
        replicas = List.copyOf(replicas);
        commonLabels = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(commonLabels));
        commonAnnotations = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(commonAnnotations));
    }

    /** Nothing is added. */
    public static Overrides none() {
        return NONE;
    }

    public Overrides withNamespace(String newNamespace) {
        return new Overrides(newNamespace, namePrefix, nameSuffix, images, replicas, commonLabels, commonAnnotations);
    }

    public Overrides withImages(List<ImageOverride> newImages) {
        return new Overrides(namespace, namePrefix, nameSuffix, newImages, replicas, commonLabels, commonAnnotations);
    }

    public Overrides withReplicas(List<ReplicaOverride> newReplicas) {
        return new Overrides(namespace, namePrefix, nameSuffix, images, newReplicas, commonLabels, commonAnnotations);
    }

    /** Whether nothing is added. */
    public boolean isEmpty() {
        return equals(NONE);
    }
}
