/** Carries clean-ups out. */
@NullMarked
package dev.slipway.retention.sweep;

import org.jspecify.annotations.NullMarked;
