/** Differences of text line by line, as people read them. */
@NamedInterface("difference")
@NullMarked
package dev.slipway.git.difference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
