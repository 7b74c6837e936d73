/** How long the catalog takes to read, change and answer, for companies of different sizes. */
@NullMarked
package dev.slipway.bench.catalog;

import org.jspecify.annotations.NullMarked;
