/** The commands, one class each. */
@NullMarked
package dev.slipway.cli.command;

import org.jspecify.annotations.NullMarked;
