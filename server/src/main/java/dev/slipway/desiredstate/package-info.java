/** What Git says should run, kept current, and the checks that guard it. */
@ApplicationModule(
        allowedDependencies = {"changes", "git", "platform", "kernel", "scheduling", "audit", "ui", "identity"})
@NullMarked
package dev.slipway.desiredstate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
