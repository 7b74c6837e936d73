/** Checkouts with their history, read without a server. */
@NullMarked
package dev.slipway.cli.checkout;

import org.jspecify.annotations.NullMarked;
