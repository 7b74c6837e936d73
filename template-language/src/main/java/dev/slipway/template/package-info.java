/** Placeholder. */
@NullMarked
package dev.slipway.template;

import org.jspecify.annotations.NullMarked;
