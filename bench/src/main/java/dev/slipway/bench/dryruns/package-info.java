/** How many dry runs a server answers. */
@NullMarked
package dev.slipway.bench.dryruns;

import org.jspecify.annotations.NullMarked;
