/** Renders kustomizations from a tree of files, byte for byte as {@code kubectl kustomize} prints them. */
@NullMarked
package dev.slipway.kustomize;

import org.jspecify.annotations.NullMarked;
