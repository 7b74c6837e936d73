package dev.slipway.kustomize.patch;

import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlScalar;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kustomize.document.Values;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a strategic merge patch says, with its annotations as texts, as they are written. kubectl copies a patch for every
 * object that a target selects, and those under {@code patchesStrategicMerge}; on the way labels become texts too, and a null
 * in either a text like any other, which takes nothing away.
 */
final class MergeTexts {

    private MergeTexts() {}

    /** @param copied whether kubectl copies the patch */
    static Map<String, @Nullable Object> of(YamlMap document, boolean copied) {
        Map<String, @Nullable Object> patch = document.plain();
        write(document, patch, "annotations", copied);
        if (copied) {
            write(document, patch, "labels", true);
        }
        return patch;
    }

    private static void write(YamlMap document, Map<String, @Nullable Object> patch, String field, boolean copied) {
        Map<String, @Nullable Object> metadata = Values.map(patch, "metadata");
        Map<String, @Nullable Object> texts = Values.map(patch, "metadata", field);
        if (texts != null) {
            document.at("/metadata/" + field)
                    .flatMap(YamlValue::asMap)
                    .ifPresent(map -> map.entries().forEach(entry -> write(entry, texts, copied)));
        }
        if (copied && metadata != null && (texts == null || texts.isEmpty())) {
            metadata.remove(field);
        }
    }

    private static void write(YamlMap.Entry entry, Map<String, @Nullable Object> texts, boolean copied) {
        if (entry.value() instanceof YamlScalar scalar && (copied || scalar.value() != null)) {
            texts.put(entry.key().text(), scalar.text());
        }
    }
}
