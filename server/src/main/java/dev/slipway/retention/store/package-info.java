/** Clean-ups in PostgreSQL. */
@NullMarked
package dev.slipway.retention.store;

import org.jspecify.annotations.NullMarked;
