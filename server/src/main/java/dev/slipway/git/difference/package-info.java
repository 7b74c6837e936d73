/** Differences of text line by line, as people read them. */
@NullMarked
package dev.slipway.git.difference;

import org.jspecify.annotations.NullMarked;
