/** Placeholder. */
@NullMarked
package dev.slipway.gitops;

import org.jspecify.annotations.NullMarked;
