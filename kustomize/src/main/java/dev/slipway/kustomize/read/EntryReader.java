package dev.slipway.kustomize.read;

import dev.slipway.documents.yaml.YamlScalar;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kustomize.document.Gvk;
import dev.slipway.kustomize.transform.FieldSpec;
import dev.slipway.kustomize.transform.Image;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads entries that stand in kustomizations and in the documents of transformers alike. */
public final class EntryReader {

    private EntryReader() {}

    public static FieldSpec fieldSpec(Fields spec) {
        spec.allowOnly(Set.of("path", "group", "version", "kind", "create"), "a field");
        Gvk gvk = new Gvk(spec.text("group"), spec.text("version"), spec.text("kind"));
        return FieldSpec.of(gvk, spec.text("path"), spec.flag("create"));
    }

    public static Image image(Fields image) {
        image.allowOnly(Set.of("name", "newName", "newTag", "tagSuffix", "digest"), "images");
        return new Image(
                image.text("name"),
                image.text("newName"),
                image.text("newTag"),
                image.text("digest"),
                image.text("tagSuffix"));
    }

    public static Kustomization.Replica replica(Fields replica) {
        replica.allowOnly(Set.of("name", "count"), "replicas");
        @Nullable
        Object count = replica.get("count")
                .flatMap(YamlValue::asScalar)
                .map(YamlScalar::value)
                .orElse(0L);
        if (!(count instanceof Long number)) {
            replica.problem(replica.placeOf("count"), "The count is no whole number.", "a number.", "Correct it.");
            return new Kustomization.Replica(replica.place(), replica.text("name"), 0);
        }
        return new Kustomization.Replica(replica.place(), replica.text("name"), number);
    }
}
