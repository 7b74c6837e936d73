/** Placeholder. */
@NullMarked
package dev.slipway.scaffolding;

import org.jspecify.annotations.NullMarked;
