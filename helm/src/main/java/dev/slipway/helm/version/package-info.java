/** Semantic versions and the constraints on them that charts write. */
@NullMarked
package dev.slipway.helm.version;

import org.jspecify.annotations.NullMarked;
