/** Parity, read from a checkout or a server, and shown. */
@NullMarked
package dev.slipway.cli.parity;

import org.jspecify.annotations.NullMarked;
