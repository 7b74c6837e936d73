/** The whole of Slipway, used as its users use it. */
@NullMarked
package dev.slipway.endtoend;

import org.jspecify.annotations.NullMarked;
