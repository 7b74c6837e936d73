/** Rendering charts, side by side with Helm in a native library. */
@NullMarked
package dev.slipway.bench.helm;

import org.jspecify.annotations.NullMarked;
