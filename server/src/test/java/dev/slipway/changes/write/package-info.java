/** The writer on real repositories and a real PostgreSQL, killed at every step. */
@NullMarked
package dev.slipway.changes.write;

import org.jspecify.annotations.NullMarked;
