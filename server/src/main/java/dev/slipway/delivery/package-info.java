/** What does run: sync, health, digests in live pods. */
@ApplicationModule(
        allowedDependencies = {
            "desiredstate",
            "builds",
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
package dev.slipway.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
