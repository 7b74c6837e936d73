/** An environment for each open pull request, from the first commit to the merge. */
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
package dev.slipway.previews;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
