package dev.slipway.kustomize;

import org.jspecify.annotations.Nullable;

/**
 * Replaces the parts of an image's reference, as an entry of {@code images} does.
 *
 * @param name the image as it stands in the manifests, without tag and digest
 * @param newName the new registry and repository, or null to keep it
 * @param newTag the new tag, or null
 * @param digest the new digest ({@code sha256:…}), or null; it wins over the tag
 */
public record ImageOverride(
        String name,
        @Nullable String newName,
        @Nullable String newTag,
        @Nullable String digest) {

    public ImageOverride {
        if (name.isBlank()) {
            throw new IllegalArgumentException("An image override needs the name of the image that it replaces.");
        }
    }

    /**
     * Parses an entry of Argo CD's {@code kustomize.images}: {@code app=registry/x:1.2}, {@code app=registry/x@sha256:…},
     * {@code registry/x:1.2} or {@code registry/x@sha256:…}.
     *
     * @throws IllegalArgumentException if there is no name, or nothing to replace it with
     */
    public static ImageOverride parse(String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? null : text.substring(0, equals);
        String reference = text.substring(equals + 1);
        int at = reference.indexOf('@');
        String digest = at < 0 ? null : reference.substring(at + 1);
        String tagged = at < 0 ? reference : reference.substring(0, at);
        int colon = tagged.indexOf(':', tagged.lastIndexOf('/') + 1);
        String tag = colon < 0 ? null : tagged.substring(colon + 1);
        String repository = colon < 0 ? tagged : tagged.substring(0, colon);
        boolean changesNothing = name == null && tag == null && digest == null;
        boolean nameless = name != null && name.isBlank();
        if (repository.isBlank() || nameless || changesNothing) {
            throw new IllegalArgumentException(
                    "\"" + text
                            + "\" is not an image override; expected for example app=registry.example/app@sha256:… or app:1.2.");
        }
        return new ImageOverride(name == null ? repository : name, name == null ? null : repository, tag, digest);
    }
}
