/** Every component, owner and dependency: Backstage's entities, found in Git, kept and searched in PostgreSQL. */
@ApplicationModule(
        allowedDependencies = {"git", "operations", "platform", "kernel", "scheduling", "audit", "ui", "identity"})
@NullMarked
package dev.slipway.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
