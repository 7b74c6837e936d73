/** Finds manifests, kustomizations and charts in a tree whose layout nobody has told. */
@NullMarked
package dev.slipway.gitops.discovery;

import org.jspecify.annotations.NullMarked;
