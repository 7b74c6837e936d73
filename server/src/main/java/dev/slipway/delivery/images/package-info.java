/** Images of Slipway's store, unpacked to run from. */
@NullMarked
package dev.slipway.delivery.images;

import org.jspecify.annotations.NullMarked;
