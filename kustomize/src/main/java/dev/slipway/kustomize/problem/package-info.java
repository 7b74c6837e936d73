/** What is wrong in the files of a kustomization, collected. */
@NullMarked
package dev.slipway.kustomize.problem;

import org.jspecify.annotations.NullMarked;
