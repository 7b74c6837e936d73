/** Server-sent events that tell pages what to fetch again. */
@NullMarked
package dev.slipway.ui.live;

import org.jspecify.annotations.NullMarked;
