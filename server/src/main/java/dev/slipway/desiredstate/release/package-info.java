/** Plans Releases: into the golden paths' Applications, and wherever else images are decided. */
@NullMarked
package dev.slipway.desiredstate.release;

import org.jspecify.annotations.NullMarked;
