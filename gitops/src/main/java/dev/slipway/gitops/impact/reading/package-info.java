/** Reads meanings out of differences: one reader for each kind of thing that a platform's people ask about. */
@NullMarked
package dev.slipway.gitops.impact.reading;

import org.jspecify.annotations.NullMarked;
