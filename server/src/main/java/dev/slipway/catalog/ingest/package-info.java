/** Takes what files say into the tables: only what changed. */
@NullMarked
package dev.slipway.catalog.ingest;

import org.jspecify.annotations.NullMarked;
