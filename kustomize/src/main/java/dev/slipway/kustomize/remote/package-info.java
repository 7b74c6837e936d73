/** Bases that lie in other repositories. */
@NullMarked
package dev.slipway.kustomize.remote;

import org.jspecify.annotations.NullMarked;
