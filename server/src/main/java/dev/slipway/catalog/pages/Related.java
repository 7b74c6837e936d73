package dev.slipway.catalog.pages;

import dev.slipway.entities.EntityRef;

/**
 * An entity that the page's entity has a relation to.
 *
 * @param exists whether the catalog knows it
 */
public record Related(EntityRef target, boolean exists) {}
