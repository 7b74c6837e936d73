/** Syncs: what Git says is compared with what was applied, and applied. */
@NullMarked
package dev.slipway.delivery.sync;

import org.jspecify.annotations.NullMarked;
