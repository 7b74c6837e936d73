package dev.slipway.kustomize;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a deployer sets on top of a kustomization, like the {@code kustomize} part of an Argo CD Application: it is put
 * into the kustomization of the rendered directory, as {@code kustomize edit} would.
 *
 * @param labelling where the common labels go
 * @param components directories of components, from the rendered directory
 * @param ignoreMissingComponents whether components that are not there are passed over
 */
public record Overrides(
        @Nullable String namespace,
        @Nullable String namePrefix,
        @Nullable String nameSuffix,
        List<ImageOverride> images,
        List<ReplicaOverride> replicas,
        Map<String, String> commonLabels,
        Map<String, String> commonAnnotations,
        Labelling labelling,
        List<String> components,
        boolean ignoreMissingComponents,
        List<PatchOverride> patches) {

    /** Where common labels go. */
    public enum Labelling {
        /** Into metadata, selectors and the templates of pods. */
        SELECTORS,
        /** Into metadata and the templates of pods. */
        TEMPLATES,
        /** Into metadata alone. */
        METADATA
    }

    private static final Overrides NONE = new Overrides(null, null, null, List.of(), List.of(), Map.of(), Map.of());

    public Overrides {
        images = List.copyOf(images);
        replicas = List.copyOf(replicas);
        commonLabels = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(commonLabels));
        commonAnnotations = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(commonAnnotations));
        components = List.copyOf(components);
        patches = List.copyOf(patches);
    }

    public Overrides(
            @Nullable String namespace,
            @Nullable String namePrefix,
            @Nullable String nameSuffix,
            List<ImageOverride> images,
            List<ReplicaOverride> replicas,
            Map<String, String> commonLabels,
            Map<String, String> commonAnnotations) {
        this(
                namespace,
                namePrefix,
                nameSuffix,
                images,
                replicas,
                commonLabels,
                commonAnnotations,
                Labelling.SELECTORS,
                List.of(),
                false,
                List.of());
    }

    /** Nothing is added. */
    public static Overrides none() {
        return NONE;
    }

    public Overrides withNamespace(String newNamespace) {
        return with(newNamespace, images, replicas, commonAnnotations);
    }

    public Overrides withImages(List<ImageOverride> newImages) {
        return with(namespace, newImages, replicas, commonAnnotations);
    }

    public Overrides withReplicas(List<ReplicaOverride> newReplicas) {
        return with(namespace, images, newReplicas, commonAnnotations);
    }

    public Overrides withCommonAnnotations(Map<String, String> newAnnotations) {
        return with(namespace, images, replicas, newAnnotations);
    }

    private Overrides with(
            @Nullable String newNamespace,
            List<ImageOverride> newImages,
            List<ReplicaOverride> newReplicas,
            Map<String, String> newAnnotations) {
        return new Overrides(
                newNamespace,
                namePrefix,
                nameSuffix,
                newImages,
                newReplicas,
                commonLabels,
                newAnnotations,
                labelling,
                components,
                ignoreMissingComponents,
                patches);
    }

    /** Whether nothing is added. */
    public boolean isEmpty() {
        return equals(NONE);
    }
}
