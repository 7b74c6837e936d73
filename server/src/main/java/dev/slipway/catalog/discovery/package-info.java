/** Finds the files that describe entities and notices when they change. */
@NullMarked
package dev.slipway.catalog.discovery;

import org.jspecify.annotations.NullMarked;
