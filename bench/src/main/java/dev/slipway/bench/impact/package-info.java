/** What a change to many services does, and how long it takes to say so. */
@NullMarked
package dev.slipway.bench.impact;

import org.jspecify.annotations.NullMarked;
