/** Differences of plain values by their fields, with what is secret hidden. */
@NullMarked
package dev.slipway.gitops.impact.fields;

import org.jspecify.annotations.NullMarked;
