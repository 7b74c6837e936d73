/** Follows relations: who is affected, what is needed, who owns. */
@NullMarked
package dev.slipway.catalog.graph;

import org.jspecify.annotations.NullMarked;
