package dev.slipway.gitops.impact.fields;

import org.jspecify.annotations.Nullable;

/**
 * A field that differs.
 *
 * @param before null where it was not there
 * @param after null where it is not there any more
 */
public record Difference(
        FieldPath path, @Nullable Object before, @Nullable Object after) {

    /** In words that may be shown to everybody. */
    public FieldChange shown() {
        return Shown.change(this);
    }
}
