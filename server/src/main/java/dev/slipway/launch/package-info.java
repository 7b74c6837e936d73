/** The start of the process: settings, data directory, PostgreSQL, the port, then Spring; and the way back. */
@ApplicationModule(allowedDependencies = {"kernel", "sandbox", "traffic::front"})
@NullMarked
package dev.slipway.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
