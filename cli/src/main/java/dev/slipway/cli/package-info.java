/** Where the command line starts. */
@NullMarked
package dev.slipway.cli;

import org.jspecify.annotations.NullMarked;
