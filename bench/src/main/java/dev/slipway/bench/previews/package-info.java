/** How long pull requests wait for their previews, and whether anything is left of them. */
@NullMarked
package dev.slipway.bench.previews;

import org.jspecify.annotations.NullMarked;
