/** What differences mean for stored data: claims, and what comes and goes with them. */
@NullMarked
package dev.slipway.gitops.impact.reading.storage;

import org.jspecify.annotations.NullMarked;
