/** What must hold before a Release moves: each gate's verdict with its evidence. */
@NullMarked
package dev.slipway.promotion.gates;

import org.jspecify.annotations.NullMarked;
