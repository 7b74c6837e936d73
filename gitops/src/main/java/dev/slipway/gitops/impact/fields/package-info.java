/** Differences of plain values by their fields, and their text. */
@NullMarked
package dev.slipway.gitops.impact.fields;

import org.jspecify.annotations.NullMarked;
