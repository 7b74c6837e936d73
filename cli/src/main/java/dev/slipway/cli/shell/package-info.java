/** What surrounds a command, and how it can end. */
@NullMarked
package dev.slipway.cli.shell;

import org.jspecify.annotations.NullMarked;
