/** Finds and edits the environment variables that an overlay sets, byte by byte. */
@NullMarked
package dev.slipway.services.configuration;

import org.jspecify.annotations.NullMarked;
