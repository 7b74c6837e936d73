/** The runs, their steps and logs in PostgreSQL. */
@NullMarked
package dev.slipway.scaffolder.store;

import org.jspecify.annotations.NullMarked;
