/** Reads and validates the entities of a checkout, without a server. */
@NullMarked
package dev.slipway.cli.catalog;

import org.jspecify.annotations.NullMarked;
