/** Writes a Release where an environment's images are decided, and reads from there which Release that is. */
@NullMarked
package dev.slipway.gitops.release;

import org.jspecify.annotations.NullMarked;
