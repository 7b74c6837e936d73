/** Fetching from Git servers that people name: guarded connections, limits, hidden refs until all is there. */
@NullMarked
package dev.slipway.git.imports;

import org.jspecify.annotations.NullMarked;
