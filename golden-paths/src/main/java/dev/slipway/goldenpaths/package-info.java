/** The templates that ship with Slipway, as trees of files. */
@NullMarked
package dev.slipway.goldenpaths;

import org.jspecify.annotations.NullMarked;
