/** What is remembered of previews in PostgreSQL. */
@NullMarked
package dev.slipway.previews.store;

import org.jspecify.annotations.NullMarked;
