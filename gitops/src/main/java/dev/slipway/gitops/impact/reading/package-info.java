/** Reads meanings out of differences: puts the readers of all concepts in their order. */
@NullMarked
package dev.slipway.gitops.impact.reading;

import org.jspecify.annotations.NullMarked;
