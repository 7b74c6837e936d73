package dev.slipway.kustomize;

import dev.slipway.kustomize.emit.Emitter;
import java.util.List;

/** Writes Kubernetes objects exactly as {@code kubectl kustomize} does. */
public final class ResourceWriter {

    private ResourceWriter() {}

    /** One document, without the separator, ending in a line break. */
    public static String text(Resource resource) {
        return Emitter.document(resource.content());
    }

    /** The documents in the given order with {@code ---} between them; the empty string for none. */
    public static String text(List<Resource> resources) {
        return String.join("---\n", resources.stream().map(ResourceWriter::text).toList());
    }
}
