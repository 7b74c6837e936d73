/** Keeps an installation alive: what a backup holds and how it is restored, and what a check-up finds. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package dev.slipway.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
