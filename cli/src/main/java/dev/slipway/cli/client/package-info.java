/** Talks to a Slipway server over REST. */
@NullMarked
package dev.slipway.cli.client;

import org.jspecify.annotations.NullMarked;
