/** Slipway's only writer to Git: durable intents, one writer per branch. */
@ApplicationModule(allowedDependencies = {"git", "kernel", "operations", "scheduling", "audit", "ui", "identity"})
@NullMarked
package dev.slipway.changes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
