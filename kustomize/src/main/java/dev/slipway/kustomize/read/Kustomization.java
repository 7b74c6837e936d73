package dev.slipway.kustomize.read;

import dev.slipway.documents.yaml.Place;
import dev.slipway.kustomize.transform.FieldSpec;
import dev.slipway.kustomize.transform.Image;
import dev.slipway.kustomize.variable.Variable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a kustomization file says.
 *
 * @param file its path
 * @param place of its document
 * @param component whether its kind is Component
 * @param resources paths of files and directories, with the older {@code bases} at the end
 * @param order null for the usual one
 */
public record Kustomization(
        String file,
        Place place,
        boolean component,
        List<Text> resources,
        List<Text> components,
        Text namespace,
        String namePrefix,
        String nameSuffix,
        Map<String, String> commonLabels,
        Map<String, String> commonAnnotations,
        List<Labels> labels,
        List<Image> images,
        List<Replica> replicas,
        List<PatchEntry> patches,
        List<PatchEntry> patchesStrategicMerge,
        List<PatchEntry> patchesJson6902,
        List<ReplacementEntry> replacements,
        List<Generator> generators,
        List<Variable> variables,
        Extensions extensions,
        Definitions definitions,
        Set<String> buildMetadata,
        @Nullable Order order) {

    /** The last part of its path. */
    public String fileName() {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /** An entry of {@code labels}; the fields are those beyond metadata. */
    public record Labels(
            Map<String, String> pairs, boolean includeSelectors, boolean includeTemplates, List<FieldSpec> fields) {}

    /** An entry of {@code replicas}. */
    public record Replica(Place place, String name, long count) {}

    /** {@code sortOptions}: as read, or by kinds. */
    public record Order(
            boolean firstInFirstOut,
            @Nullable List<String> first,
            @Nullable List<String> last) {}
}
