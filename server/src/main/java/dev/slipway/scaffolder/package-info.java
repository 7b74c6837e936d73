/** Runs templates: forms, durable runs, their pages. */
@ApplicationModule(
        allowedDependencies = {
            "git",
            "git::difference",
            "changes",
            "operations",
            "platform",
            "catalog",
            "kernel",
            "scheduling",
            "audit",
            "ui",
            "identity"
        })
@NullMarked
package dev.slipway.scaffolder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
