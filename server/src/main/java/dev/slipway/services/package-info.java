/** Day two of a service: its configuration, its end; and day one of a service that existed before. */
@ApplicationModule(
        allowedDependencies = {
            "changes",
            "git",
            "platform",
            "builds",
            "desiredstate",
            "delivery",
            "scaffolder",
            "kernel",
            "scheduling",
            "audit",
            "ui",
            "identity"
        })
@NullMarked
package dev.slipway.services;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
