/** Placeholder. */
@NullMarked
package dev.slipway.kustomize;

import org.jspecify.annotations.NullMarked;
