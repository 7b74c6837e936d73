/** The append-only, hash-chained record of who did what. */
@ApplicationModule(allowedDependencies = {"kernel", "operations", "scheduling"})
@NullMarked
package dev.slipway.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
