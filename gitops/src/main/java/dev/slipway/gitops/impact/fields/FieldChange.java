package dev.slipway.gitops.impact.fields;

import org.jspecify.annotations.Nullable;

/**
 * A field that differs, as text without secrets and of bounded length.
 *
 * @param path for example {@code spec.template.spec.containers[name=app].image}
 * @param before null where it was not there
 * @param after null where it is not there any more
 */
public record FieldChange(
        String path, @Nullable String before, @Nullable String after) {}
