/** Which previews there shall be: a function of what pull requests, builds and rules are now. */
@NullMarked
package dev.slipway.previews.plan;

import org.jspecify.annotations.NullMarked;
