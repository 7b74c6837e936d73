package dev.slipway.kustomize;

import dev.slipway.kustomize.document.Items;
import dev.slipway.kustomize.document.Origin;
import dev.slipway.kustomize.document.Values;
import dev.slipway.kustomize.patch.Schema;
import dev.slipway.kustomize.problem.Problems;
import dev.slipway.kustomize.problem.Refusal;
import dev.slipway.kustomize.read.Kustomization;
import dev.slipway.kustomize.read.LocalFiles;
import dev.slipway.kustomize.read.Text;
import dev.slipway.kustomize.step.KustomizationSteps;
import dev.slipway.kustomize.step.Step;
import dev.slipway.kustomize.step.Surroundings;
import dev.slipway.kustomize.step.TransformerDocument;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Applies the steps of a layer: those of its fields, then its transformers; validators must not change anything. */
final class Changes {
    private final ExtensionDocuments extensions;
    private final BuildMetadata metadata;
    private final Schema schema;

    Changes(ExtensionDocuments extensions, BuildMetadata metadata, Schema schema) {
        this.extensions = extensions;
        this.metadata = metadata;
        this.schema = schema;
    }

    void apply(Kustomization kustomization, Trail trail, LocalFiles files, Accumulation into) {
        Surroundings surroundings = new Surroundings(files, into.configuration(), schema);
        Problems problems = new Problems();
        String file = kustomization.fileName();
        String configuredIn = trail.origin(file);
        for (Step step : KustomizationSteps.of(kustomization, surroundings)) {
            problems.collect(() -> apply(step, configuredIn, into.items()));
        }
        for (ExtensionDocuments.Extension one :
                extensions.find(kustomization.extensions().transformers(), trail, file)) {
            problems.collect(() ->
                    apply(TransformerDocument.read(one.document(), surroundings), one.configuredIn(), into.items()));
        }
        problems.stopIfAny();
        validate(kustomization.extensions().validators(), trail, file, surroundings, into.items());
    }

    private void apply(Step step, String configuredIn, Items items) {
        step.transformer().transform(items);
        if (metadata.wantsChanges()) {
            Origin origin = new Origin(configuredIn, step.maker());
            items.all().forEach(item -> item.changes().add(origin));
        }
    }

    private void validate(List<Text> entries, Trail trail, String file, Surroundings surroundings, Items items) {
        Problems problems = new Problems();
        for (ExtensionDocuments.Extension one : extensions.find(entries, trail, file)) {
            problems.collect(() -> {
                List<Map<String, @Nullable Object>> before = contents(items);
                TransformerDocument.read(one.document(), surroundings)
                        .transformer()
                        .transform(items);
                if (!before.equals(contents(items))) {
                    throw new Refusal(
                            one.document().place(),
                            "This validator changes objects.",
                            "a document that leaves them as they are.",
                            "List it under transformers.");
                }
            });
        }
        problems.stopIfAny();
    }

    private static List<Map<String, @Nullable Object>> contents(Items items) {
        return items.all().stream().map(item -> Values.mutable(item.content())).toList();
    }
}
