package dev.slipway.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of a query's entities, in its order.
 *
 * @param previous where the page before is asked for; null on the first one
 * @param next where the page behind is asked for; null on the last one
 */
public record EntityPage(
        List<CatalogEntity> entities,
        @Nullable Position previous,
        @Nullable Position next) {

    public EntityPage {
        entities = List.copyOf(entities);
    }
}
