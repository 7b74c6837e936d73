package dev.slipway.kustomize;

import dev.slipway.kustomize.read.Kustomization;
import dev.slipway.kustomize.read.Text;
import dev.slipway.kustomize.transform.Image;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts overrides into a kustomization as {@code kustomize edit} would, which is how Argo CD applies them. */
final class OverrideLayer {
    private final Overrides overrides;

    OverrideLayer(Overrides overrides) {
        this.overrides = overrides;
    }

    Kustomization onto(Kustomization base) {
        return new Kustomization(
                base.file(),
                base.place(),
                base.component(),
                base.resources(),
                base.components(),
                new Text(
                        base.namespace().place(),
                        or(overrides.namespace(), base.namespace().text())),
                or(overrides.namePrefix(), base.namePrefix()),
                or(overrides.nameSuffix(), base.nameSuffix()),
                merged(base.commonLabels(), overrides.commonLabels()),
                merged(base.commonAnnotations(), overrides.commonAnnotations()),
                base.labels(),
                images(base),
                replicas(base),
                base.patches(),
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
