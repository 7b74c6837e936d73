/** How promotions begin, move on and end. */
@NullMarked
package dev.slipway.promotion.flow;

import org.jspecify.annotations.NullMarked;
