/** Compares the environments of all services on every commit, and of one with a Release that is to be promoted. */
@NullMarked
package dev.slipway.desiredstate.parity;

import org.jspecify.annotations.NullMarked;
