/** Validates what a checkout declares. */
@NullMarked
package dev.slipway.cli.validation;

import org.jspecify.annotations.NullMarked;
