/** Starts runs and carries them on, across restarts. */
@NullMarked
package dev.slipway.scaffolder.run;

import org.jspecify.annotations.NullMarked;
