/** Clean-ups: when what nobody needs any more is removed, and what became of it. What that is, each module says by itself. */
@ApplicationModule(allowedDependencies = {"operations", "kernel", "scheduling", "audit", "ui", "identity"})
@NullMarked
package dev.slipway.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
