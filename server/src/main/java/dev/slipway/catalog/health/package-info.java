/** What can be wrong in the catalog. */
@NullMarked
package dev.slipway.catalog.health;

import org.jspecify.annotations.NullMarked;
