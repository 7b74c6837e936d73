/** What the local cluster keeps in PostgreSQL. */
@NullMarked
package dev.slipway.delivery.store;

import org.jspecify.annotations.NullMarked;
