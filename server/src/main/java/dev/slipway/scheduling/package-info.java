/** Durable, repeated work on db-scheduler: what makes things right again after any crash. */
@ApplicationModule(allowedDependencies = {"kernel", "operations"})
@NullMarked
package dev.slipway.scheduling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
