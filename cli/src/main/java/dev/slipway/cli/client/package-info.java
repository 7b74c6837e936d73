/** Talks to a Slipway server over REST: addresses, tokens, requests that may be repeated, problems. */
@NullMarked
package dev.slipway.cli.client;

import org.jspecify.annotations.NullMarked;
