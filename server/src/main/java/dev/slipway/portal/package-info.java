/** Home, and the pages that join several modules. */
@ApplicationModule(
        allowedDependencies = {
            "changes",
            "git",
            "platform",
            "catalog",
            "scaffolder",
            "builds",
            "desiredstate",
            "delivery",
            "traffic",
            "promotion",
            "previews",
            "services",
            "kernel",
            "operations",
            "scheduling",
            "audit",
            "ui",
            "identity"
        })
@NullMarked
package dev.slipway.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
