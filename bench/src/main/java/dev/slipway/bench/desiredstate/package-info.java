/** From a commit to the new desired state, in repositories of many services. */
@NullMarked
package dev.slipway.bench.desiredstate;

import org.jspecify.annotations.NullMarked;
