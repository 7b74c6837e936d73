/** The local cluster: one loop that syncs, runs and judges. */
@NullMarked
package dev.slipway.delivery.local;

import org.jspecify.annotations.NullMarked;
