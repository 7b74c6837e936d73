/** What else a revision declares around an object: what names it, and what chooses its pods. */
@NullMarked
package dev.slipway.gitops.impact.reading.world;

import org.jspecify.annotations.NullMarked;
