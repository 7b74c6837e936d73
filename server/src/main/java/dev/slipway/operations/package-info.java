/** Keeps an installation alive: what a backup holds and how it is restored, what a check-up finds, what is removed in time. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package dev.slipway.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
