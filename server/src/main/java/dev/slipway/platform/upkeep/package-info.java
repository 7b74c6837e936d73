/** Keeps the definition current, the platform repository equal to it, and makes both on the first start. */
@NullMarked
package dev.slipway.platform.upkeep;

import org.jspecify.annotations.NullMarked;
