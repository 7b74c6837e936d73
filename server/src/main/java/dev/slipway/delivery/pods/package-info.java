/** Pods as processes: environment, ports, restarts, logs. */
@NullMarked
package dev.slipway.delivery.pods;

import org.jspecify.annotations.NullMarked;
