package dev.slipway.kustomize;

import dev.slipway.kustomize.document.Item;
import dev.slipway.kustomize.document.Items;
import dev.slipway.kustomize.patch.Patch;
import dev.slipway.kustomize.problem.Problems;
import dev.slipway.kustomize.problem.Refusal;
import dev.slipway.kustomize.read.Kustomization;
import dev.slipway.kustomize.read.PatchEntry;
import dev.slipway.kustomize.read.Text;
import dev.slipway.kustomize.transform.FieldSpec;
import dev.slipway.kustomize.transform.FieldSpecs;
import dev.slipway.kustomize.transform.Images;
import dev.slipway.kustomize.transform.MapFields;
import dev.slipway.kustomize.transform.Names;
import dev.slipway.kustomize.transform.Namespaces;
import dev.slipway.kustomize.transform.Replicas;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Applies what a kustomization says to the objects of its layer, in kustomize's order. */
final class Directives {
    private final Sources sources;

    Directives(Sources sources) {
        this.sources = sources;
    }

    void apply(Kustomization kustomization, String directory, Items items) {
        Problems problems = new Problems();
        patch(kustomization.patchesStrategicMerge(), directory, items, problems);
        patch(kustomization.patches(), directory, items, problems);
        Text namespace = kustomization.namespace();
        if (!namespace.text().isEmpty()) {
            problems.collect(() -> Namespaces.set(items.all(), namespace.text(), namespace.place()));
        }
        Names.prefix(items.all(), kustomization.namePrefix());
        Names.suffix(items.all(), kustomization.nameSuffix());
        label(kustomization, items.all());
        patch(kustomization.patchesJson6902(), directory, items, problems);
        for (Kustomization.Replica replica : kustomization.replicas()) {
            problems.collect(() -> Replicas.set(items.all(), replica.name(), replica.count(), replica.place()));
        }
        kustomization.images().forEach(image -> Images.replace(items.all(), image));
        problems.stopIfAny();
    }

    private void patch(List<PatchEntry> entries, String directory, Items items, Problems problems) {
        for (PatchEntry entry : entries) {
            problems.collect(() -> read(entry, directory).apply(items));
        }
    }

    private Patch read(PatchEntry entry, String directory) {
        String path = entry.path();
        if (path == null
                && entry.either()
                && !Objects.requireNonNull(entry.inline()).contains("\n")) {
            path = entry.inline();
        }
        String text = path == null
                ? Objects.requireNonNull(entry.inline())
                : sources.text(directory, new Text(entry.place(), path));
        String file =
                path == null ? entry.place() + " (patch)" : sources.resolve(directory, new Text(entry.place(), path));
        return Patch.read(entry.place(), file, text, entry.target(), entry.allowNameChange(), entry.allowKindChange());
    }

    private static void label(Kustomization kustomization, List<Item> items) {
        for (Kustomization.Labels labels : kustomization.labels()) {
            List<FieldSpec> fields = new ArrayList<>(labels.fields());
            fields.addAll(FieldSpecs.of("labels"));
            if (labels.includeSelectors() || labels.includeTemplates()) {
                fields.addAll(FieldSpecs.of("templateLabels"));
            }
            if (labels.includeSelectors()) {
                fields.addAll(FieldSpecs.of("selectors"));
            }
            MapFields.add(items, labels.pairs(), fields);
        }
        List<FieldSpec> everywhere = new ArrayList<>(FieldSpecs.of("labels"));
        everywhere.addAll(FieldSpecs.of("templateLabels"));
        everywhere.addAll(FieldSpecs.of("selectors"));
        MapFields.add(items, kustomization.commonLabels(), everywhere);
        MapFields.add(items, kustomization.commonAnnotations(), FieldSpecs.of("annotations"));
    }

    /** Refuses when nothing at all would come of a kustomization that says nothing. */
    static void requireContent(Kustomization kustomization) {
        boolean empty = kustomization.resources().isEmpty()
                && kustomization.components().isEmpty()
                && kustomization.generators().isEmpty()
                && kustomization.patches().isEmpty()
                && kustomization.namespace().text().isEmpty()
                && kustomization.images().isEmpty();
        if (empty) {
            throw new Refusal(
                    kustomization.place(),
                    "This kustomization is empty.",
                    "at least resources.",
                    "Add what it should contain.");
        }
    }
}
