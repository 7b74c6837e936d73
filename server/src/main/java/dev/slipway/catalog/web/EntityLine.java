package dev.slipway.catalog.web;

import dev.slipway.catalog.search.EntityListing.Row;
import dev.slipway.entities.EntityRef;
import org.jspecify.annotations.Nullable;

/**
 * An entity in an answer.
 *
 * @param ref {@code kind:namespace/name}
 * @param exists whether the catalog knows it, or something only names it
 */
record EntityLine(
        String ref,
        @Nullable String title,
        @Nullable String type,
        @Nullable String lifecycle,
        @Nullable String owner,
        boolean exists) {

    /** @param row null for one that the catalog does not know */
    static EntityLine of(EntityRef ref, @Nullable Row row) {
        return row == null
                ? new EntityLine(ref.toString(), null, null, null, null, false)
                : new EntityLine(
                        ref.toString(),
                        row.title(),
                        row.type(),
                        row.lifecycle(),
                        row.owner() == null ? null : row.owner().toString(),
                        true);
    }
}
