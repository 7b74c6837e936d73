/** Changes that hold for every object: namespaces, names and their references, labels, images, replicas, order. */
@NullMarked
package dev.slipway.kustomize.transform;

import org.jspecify.annotations.NullMarked;
