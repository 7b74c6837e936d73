/** Builds Maven projects with their wrapper or the machine's Maven, and takes the runnable jar apart into layers. */
@NullMarked
package dev.slipway.builds.maven;

import org.jspecify.annotations.NullMarked;
