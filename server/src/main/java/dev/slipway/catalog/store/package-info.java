/** The catalog's tables. */
@NullMarked
package dev.slipway.catalog.store;

import org.jspecify.annotations.NullMarked;
