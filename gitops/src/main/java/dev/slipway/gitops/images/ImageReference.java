package dev.slipway.gitops.images;

import org.jspecify.annotations.Nullable;

/**
 * An image as a container names it.
 *
 * @param name registry and repository
 * @param tag null for none
 * @param digest {@code sha256:…}, null for none; it wins over the tag
 */
public record ImageReference(
        String name, @Nullable String tag, @Nullable String digest) {

    /** A colon after the last slash begins a tag; one before it belongs to the registry's port. */
    public static ImageReference parse(String text) {
        int at = text.indexOf('@');
        String named = at < 0 ? text : text.substring(0, at);
        int colon = named.indexOf(':', named.lastIndexOf('/') + 1);
        return new ImageReference(
                colon < 0 ? named : named.substring(0, colon),
                colon < 0 ? null : named.substring(colon + 1),
                at < 0 ? null : text.substring(at + 1));
    }

    public ImageReference withName(String newName) {
        return new ImageReference(newName, tag, digest);
    }

    /** What says which build it is: tag and digest as far as there are any. */
    public String version() {
        return (tag == null ? "" : tag) + (digest == null ? "" : "@" + digest);
    }

    /** Whether a value says which image this is, or which build of it, as an entry of {@code kustomize.images} too. */
    boolean isToldBy(String value) {
        return value.equals(tag)
                || value.equals(digest)
                || value.equals(version())
                || value.endsWith("=" + this)
                || value.equals(toString());
    }

    @Override
    public String toString() {
        return name + (tag == null ? "" : ":" + tag) + (digest == null ? "" : "@" + digest);
    }
}
