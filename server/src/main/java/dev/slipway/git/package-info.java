/** Git: the content of repositories, and their hosting with pull requests, statuses and releases. */
@ApplicationModule(allowedDependencies = {"kernel", "operations", "scheduling", "audit", "ui", "identity"})
@NullMarked
package dev.slipway.git;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
