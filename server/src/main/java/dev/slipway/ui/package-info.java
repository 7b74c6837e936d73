/** The shell of every page: layout, components, live updates, problems; and what every REST resource shares. */
@ApplicationModule(allowedDependencies = {"kernel", "operations", "scheduling"})
@NullMarked
package dev.slipway.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
