/** The platform definition: teams, clusters, environments, gates, hosts, read from the protected main of the platform repository. */
@ApplicationModule(allowedDependencies = {"changes", "git", "kernel", "scheduling", "audit", "ui", "identity"})
@NullMarked
package dev.slipway.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
