package dev.slipway.entities;

import org.jspecify.annotations.Nullable;

/**
 * A place in a document, written as a JSON pointer (RFC 6901) only when there is something to tell about it: nearly all
 * documents are well.
 *
 * @param above null for the document itself
 * @param key of a map, or the number of a list's item
 */
record Pointer(@Nullable Pointer above, Object key) {

    static final Pointer DOCUMENT = new Pointer(null, "");
    static final Pointer METADATA = DOCUMENT.below("metadata");
    static final Pointer SPEC = DOCUMENT.below("spec");

    Pointer below(Object key) {
        return new Pointer(this, key);
    }

    @Override
    public String toString() {
        return above == null
                ? ""
                : above + "/" + key.toString().replace("~", "~0").replace("/", "~1");
    }
}
