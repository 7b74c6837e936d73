/** Moving a Release from environment to environment through gates, and back. */
@ApplicationModule(
        allowedDependencies = {
            "changes",
            "git",
            "platform",
            "builds",
            "desiredstate",
            "delivery",
            "traffic",
            "kernel",
            "scheduling",
            "audit",
            "ui",
            "identity"
        })
@NullMarked
package dev.slipway.promotion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
