/** Builds of commits, their images and provenance, and the image store. */
@ApplicationModule(
        allowedDependencies = {
            "git",
            "platform",
            "sandbox",
            "kernel",
            "operations",
            "scheduling",
            "audit",
            "ui",
            "identity"
        })
@NullMarked
package dev.slipway.builds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
