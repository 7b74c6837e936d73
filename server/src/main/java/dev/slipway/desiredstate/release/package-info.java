/** Writes Releases into Applications. */
@NullMarked
package dev.slipway.desiredstate.release;

import org.jspecify.annotations.NullMarked;
