/** Kubernetes objects while they are being changed, and how their YAML is read. */
@NullMarked
package dev.slipway.kustomize.document;

import org.jspecify.annotations.NullMarked;
