/** What the builds module keeps in PostgreSQL and in its directory: builds, steps, processes, logs. */
@NullMarked
package dev.slipway.builds.store;

import org.jspecify.annotations.NullMarked;
