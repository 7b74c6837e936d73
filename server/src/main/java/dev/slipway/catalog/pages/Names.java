package dev.slipway.catalog.pages;

import dev.slipway.catalog.search.EntityListing;
import dev.slipway.catalog.search.EntityListing.Row;
import dev.slipway.entities.EntityRef;
import java.util.Collection;
import java.util.Map;

/** What the entities are called that a page points to, and which of them the catalog knows; asked for all at once. */
public record Names(Map<EntityRef, Row> rows) {

    static Names of(Collection<EntityRef> refs, EntityListing listing) {
        return new Names(listing.rows(refs));
    }

    public boolean knows(EntityRef ref) {
        return rows.containsKey(ref);
    }

    /** Its title; the reference as people say it where it has none or the catalog does not know it. */
    public String of(EntityRef ref) {
        Row row = rows.get(ref);
        String title = row == null ? null : row.title();
        return title == null ? CatalogLinks.brief(ref) : title;
    }
}
