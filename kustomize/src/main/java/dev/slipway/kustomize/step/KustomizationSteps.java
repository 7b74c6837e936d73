package dev.slipway.kustomize.step;

import dev.slipway.kustomize.document.Items;
import dev.slipway.kustomize.problem.Problems;
import dev.slipway.kustomize.read.Kustomization;
import dev.slipway.kustomize.read.PatchEntry;
import dev.slipway.kustomize.read.ReplacementEntry;
import dev.slipway.kustomize.replace.Replacement;
import dev.slipway.kustomize.transform.Configuration;
import dev.slipway.kustomize.transform.FieldGroup;
import dev.slipway.kustomize.transform.FieldSpec;
import dev.slipway.kustomize.transform.Images;
import dev.slipway.kustomize.transform.MapFields;
import dev.slipway.kustomize.transform.Names;
import dev.slipway.kustomize.transform.Namespaces;
import dev.slipway.kustomize.transform.Replicas;
import dev.slipway.kustomize.transform.Transformer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the fields of a kustomization ask for, in kustomize's order. */
public final class KustomizationSteps {
    private final Surroundings surroundings;
    private final List<Step> steps = new ArrayList<>();

    private KustomizationSteps(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    public static List<Step> of(Kustomization kustomization, Surroundings surroundings) {
        KustomizationSteps steps = new KustomizationSteps(surroundings);
        steps.patches("PatchStrategicMergeTransformer", kustomization.patchesStrategicMerge());
        kustomization.patches().forEach(patch -> steps.patches("PatchTransformer", List.of(patch)));
        steps.names(kustomization);
        steps.labels(kustomization);
        kustomization.patchesJson6902().forEach(patch -> steps.patches("PatchJson6902Transformer", List.of(patch)));
        steps.numbersAndImages(kustomization);
        if (!kustomization.replacements().isEmpty()) {
            steps.add("ReplacementTransformer", items -> steps.replace(kustomization.replacements(), items));
        }
        return steps.steps;
    }

    private void add(String kind, Transformer transformer) {
        steps.add(Step.builtIn(kind, transformer));
    }

    private List<FieldSpec> fields(FieldGroup group) {
        return surroundings.configuration().of(group);
    }

    private void patches(String kind, List<PatchEntry> entries) {
        if (!entries.isEmpty()) {
            add(kind, items -> {
                Problems problems = new Problems();
                entries.forEach(entry ->
                        problems.collect(() -> surroundings.patch(entry).transform(items)));
                problems.stopIfAny();
            });
        }
    }

    private void names(Kustomization kustomization) {
        String namespace = kustomization.namespace().text();
        if (!namespace.isEmpty()) {
            add(
                    "NamespaceTransformer",
                    new Namespaces(
                            namespace,
                            kustomization.namespace().place(),
                            fields(FieldGroup.NAMESPACE),
                            Namespaces.Subjects.DEFAULT_ONLY,
                            false));
        }
        String prefix = kustomization.namePrefix();
        if (!prefix.isEmpty()) {
            List<FieldSpec> fields = fields(FieldGroup.NAME_PREFIX);
            add("PrefixTransformer", items -> Names.prefix(items.all(), prefix, fields));
        }
        String suffix = kustomization.nameSuffix();
        if (!suffix.isEmpty()) {
            List<FieldSpec> fields = fields(FieldGroup.NAME_SUFFIX);
            add("SuffixTransformer", items -> Names.suffix(items.all(), suffix, fields));
        }
    }

    private void labels(Kustomization kustomization) {
        for (Kustomization.Labels labels : kustomization.labels()) {
            pairs("LabelTransformer", labels.pairs(), labelled(labels, kustomization));
        }
        // kustomize notes down a step for commonLabels where there are only labels, too.
        if (!kustomization.labels().isEmpty() || !kustomization.commonLabels().isEmpty()) {
            pairs("LabelTransformer", kustomization.commonLabels(), fields(FieldGroup.COMMON_LABELS));
        }
        if (!kustomization.commonAnnotations().isEmpty()) {
            pairs("AnnotationsTransformer", kustomization.commonAnnotations(), fields(FieldGroup.COMMON_ANNOTATIONS));
        }
    }

    private List<FieldSpec> labelled(Kustomization.Labels labels, Kustomization kustomization) {
        List<FieldSpec> fields = labels.fields();
        List<FieldGroup> groups = labels.includeSelectors()
                ? List.of(FieldGroup.COMMON_LABELS, FieldGroup.LABELS)
                : labels.includeTemplates()
                        ? List.of(FieldGroup.TEMPLATE_LABELS, FieldGroup.LABELS)
                        : List.of(FieldGroup.LABELS);
        List<FieldSpec> merged = fields;
        for (FieldGroup group : groups) {
            merged = Configuration.merged(merged, fields(group), kustomization.place());
        }
        return merged;
    }

    private void pairs(String kind, Map<String, String> pairs, List<FieldSpec> fields) {
        add(kind, items -> MapFields.add(items.all(), pairs, fields));
    }

    private void numbersAndImages(Kustomization kustomization) {
        List<FieldSpec> replicas = fields(FieldGroup.REPLICAS);
        kustomization
                .replicas()
                .forEach(replica -> add(
                        "ReplicaCountTransformer",
                        items ->
                                Replicas.set(items.all(), replica.name(), replica.count(), replicas, replica.place())));
        List<FieldSpec> images = fields(FieldGroup.IMAGES);
        kustomization
                .images()
                .forEach(image -> add("ImageTagTransformer", items -> Images.replace(items.all(), image, images)));
    }

    private void replace(List<ReplacementEntry> entries, Items items) {
        Problems problems = new Problems();
        for (ReplacementEntry entry : entries) {
            problems.collect(() -> {
                for (Replacement replacement : surroundings.replacements(entry)) {
                    problems.collect(() -> replacement.transform(items));
                }
            });
        }
        problems.stopIfAny();
    }
}
