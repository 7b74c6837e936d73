/** Keeps other people's processes apart by what the operating system offers to ordinary users, and ends whole trees of them. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.slipway.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
