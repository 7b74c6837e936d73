/** The front listener, the gateway that executes the routes in Git, and request measurements. */
@ApplicationModule(
        allowedDependencies = {"desiredstate", "delivery", "platform", "kernel", "scheduling", "audit", "ui", "identity"
        })
@NullMarked
package dev.slipway.traffic;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
