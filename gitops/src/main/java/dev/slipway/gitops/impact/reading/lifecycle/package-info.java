/** What it means that objects come, go, move, or change hands. */
@NullMarked
package dev.slipway.gitops.impact.reading.lifecycle;

import org.jspecify.annotations.NullMarked;
