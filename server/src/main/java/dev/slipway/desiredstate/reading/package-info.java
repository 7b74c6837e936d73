/** Reads what a commit of the platform repository declares, and keeps the newest. */
@NullMarked
package dev.slipway.desiredstate.reading;

import org.jspecify.annotations.NullMarked;
