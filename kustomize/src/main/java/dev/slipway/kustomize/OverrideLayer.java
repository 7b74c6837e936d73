package dev.slipway.kustomize;

import dev.slipway.documents.yaml.Place;
import dev.slipway.kustomize.patch.Selector;
import dev.slipway.kustomize.read.Kustomization;
import dev.slipway.kustomize.read.PatchEntry;
import dev.slipway.kustomize.read.Text;
import dev.slipway.kustomize.transform.Image;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts overrides into a kustomization as {@code kustomize edit} would, which is how Argo CD applies them. */
final class OverrideLayer {
    private final Overrides overrides;

    OverrideLayer(Overrides overrides) {
        this.overrides = overrides;
    }

    /** @param isThere whether a component's directory exists, by its path as written */
    Kustomization onto(Kustomization base, Predicate<Text> isThere) {
        return new Kustomization(
                base.file(),
                base.place(),
                base.component(),
                base.resources(),
                components(base, isThere),
                new Text(
                        base.namespace().place(),
                        or(overrides.namespace(), base.namespace().text())),
                or(overrides.namePrefix(), base.namePrefix()),
                or(overrides.nameSuffix(), base.nameSuffix()),
                everywhere() ? merged(base.commonLabels(), overrides.commonLabels()) : base.commonLabels(),
                merged(base.commonAnnotations(), overrides.commonAnnotations()),
                labels(base),
                images(base),
                replicas(base),
                added(
                        base.patches(),
                        overrides.patches().stream()
                                .map(each -> patch(base.place(), each))
                                .toList()),
                base.patchesStrategicMerge(),
                base.patchesJson6902(),
                base.replacements(),
                base.generators(),
                base.variables(),
                base.extensions(),
                base.definitions(),
                base.buildMetadata(),
                base.order());
    }

    private boolean everywhere() {
        return overrides.labelling() == Overrides.Labelling.SELECTORS;
    }

    private List<Kustomization.Labels> labels(Kustomization base) {
        return everywhere() || overrides.commonLabels().isEmpty()
                ? base.labels()
                : added(
                        base.labels(),
                        List.of(new Kustomization.Labels(
                                overrides.commonLabels(),
                                false,
                                overrides.labelling() == Overrides.Labelling.TEMPLATES,
                                List.of())));
    }

    private List<Text> components(Kustomization base, Predicate<Text> isThere) {
        return added(
                base.components(),
                overrides.components().stream()
                        .map(path -> new Text(base.place(), path))
                        .filter(path -> !overrides.ignoreMissingComponents() || isThere.test(path))
                        .toList());
    }

    private static PatchEntry patch(Place place, PatchOverride patch) {
        Map<String, String> target = patch.target();
        return new PatchEntry(
                place,
                patch.path(),
                patch.patch(),
                target == null ? null : selector(place, target),
                patch.allowNameChange(),
                patch.allowKindChange(),
                false);
    }

    private static Selector selector(Place place, Map<String, String> target) {
        return new Selector(
                place,
                target.getOrDefault("group", ""),
                target.getOrDefault("version", ""),
                target.getOrDefault("kind", ""),
                target.getOrDefault("name", ""),
                target.getOrDefault("namespace", ""),
                target.getOrDefault("labelSelector", ""),
                target.getOrDefault("annotationSelector", ""));
    }

    private static <T> List<T> added(List<T> base, List<T> more) {
        return more.isEmpty()
                ? base
                : Stream.concat(base.stream(), more.stream()).toList();
    }

    private static String or(@Nullable String override, String base) {
        return override == null || override.isEmpty() ? base : override;
    }

    private static Map<String, String> merged(Map<String, String> base, Map<String, String> over) {
        Map<String, String> merged = new LinkedHashMap<>(base);
        merged.putAll(over);
        return merged;
    }

    /** An override replaces the entry of the same name as a whole. */
    private List<Image> images(Kustomization base) {
        if (overrides.images().isEmpty()) {
            return base.images();
        }
        Map<String, Image> byName = new LinkedHashMap<>();
        base.images().forEach(image -> byName.put(image.name(), image));
        overrides.images().forEach(image -> byName.put(image.name(), image(image)));
        return byName.values().stream()
                .sorted(Comparator.comparing(Image::name))
                .toList();
    }

    private static Image image(ImageOverride image) {
        return new Image(image.name(), or(image.newName(), ""), or(image.newTag(), ""), or(image.digest(), ""), "");
    }

    private List<Kustomization.Replica> replicas(Kustomization base) {
        Map<String, Kustomization.Replica> byName = new LinkedHashMap<>();
        base.replicas().forEach(replica -> byName.put(replica.name(), replica));
        overrides
                .replicas()
                .forEach(replica -> byName.put(
                        replica.name(), new Kustomization.Replica(base.place(), replica.name(), replica.count())));
        return new ArrayList<>(byName.values());
    }
}
