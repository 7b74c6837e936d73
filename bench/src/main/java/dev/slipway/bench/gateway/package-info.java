/** Requests per second through the gateway, as a ratio to direct ones. */
@NullMarked
package dev.slipway.bench.gateway;

import org.jspecify.annotations.NullMarked;
