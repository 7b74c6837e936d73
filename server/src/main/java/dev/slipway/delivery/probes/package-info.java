/** Startup, readiness and liveness probes, as Kubernetes defines them. */
@NullMarked
package dev.slipway.delivery.probes;

import org.jspecify.annotations.NullMarked;
