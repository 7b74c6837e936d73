/** The steps that a kustomization, or a document that configures a built-in transformer, asks for. */
@NullMarked
package dev.slipway.kustomize.step;

import org.jspecify.annotations.NullMarked;
