/** Rendering kustomizations, side by side with kubectl. */
@NullMarked
package dev.slipway.bench.kustomize;

import org.jspecify.annotations.NullMarked;
