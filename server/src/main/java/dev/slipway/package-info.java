/** The process: where it starts, and what every module shares. */
@NullMarked
package dev.slipway;

import org.jspecify.annotations.NullMarked;
