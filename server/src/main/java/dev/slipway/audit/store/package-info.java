/** Keeps the audit in PostgreSQL, and its head in a file beside it. */
@NullMarked
package dev.slipway.audit.store;

import org.jspecify.annotations.NullMarked;
