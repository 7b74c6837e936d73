/** The gateway: executes the routes that lie in Git, to the replicas that are ready. */
@NullMarked
package dev.slipway.traffic.gateway;

import org.jspecify.annotations.NullMarked;
