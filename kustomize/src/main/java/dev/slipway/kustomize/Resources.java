package dev.slipway.kustomize;

import dev.slipway.kustomize.document.ManifestReader;
import dev.slipway.kustomize.problem.Refusal;
import java.util.List;

/** Reads plain manifests: YAML with any number of Kubernetes objects, without kustomizing them. */
public final class Resources {

    private Resources() {}

    /**
     * The objects of a text; the items of a {@code List} stand for themselves. What gets its name
     * when it is created, by {@code metadata.generateName}, has the empty one.
     *
     * @param file its name, for messages
     * @throws KustomizeException if it is not YAML, or a document is not a Kubernetes object; with every problem found
     */
    public static List<Resource> parse(String file, String text) {
        try {
            return ManifestReader.objects(file, text).stream()
                    .map(object -> Resource.of(object.content()))
                    .toList();
        } catch (Refusal refusal) {
            throw new KustomizeException(refusal);
        }
    }
}
