/** Changes in PostgreSQL. */
@NullMarked
package dev.slipway.changes.store;

import org.jspecify.annotations.NullMarked;
