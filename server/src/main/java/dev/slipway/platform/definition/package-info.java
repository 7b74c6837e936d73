/** Reads and validates the platform definition in a tree of files. */
@NullMarked
package dev.slipway.platform.definition;

import org.jspecify.annotations.NullMarked;
