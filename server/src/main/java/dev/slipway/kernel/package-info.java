/** The values that every module speaks of: names, identifiers, a Release, an Actor, a Problem. No beans. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.slipway.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
