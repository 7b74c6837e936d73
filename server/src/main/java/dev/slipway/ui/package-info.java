/** The shell of every page: layout, components, live updates. */
@ApplicationModule(allowedDependencies = {"kernel", "scheduling"})
@NullMarked
package dev.slipway.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
