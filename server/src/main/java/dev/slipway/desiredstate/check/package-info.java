/** The required check on pull requests to the platform repository. */
@NullMarked
package dev.slipway.desiredstate.check;

import org.jspecify.annotations.NullMarked;
