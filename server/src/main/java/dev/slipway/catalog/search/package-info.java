/** Filters, order, full text and facets in SQL. */
@NullMarked
package dev.slipway.catalog.search;

import org.jspecify.annotations.NullMarked;
