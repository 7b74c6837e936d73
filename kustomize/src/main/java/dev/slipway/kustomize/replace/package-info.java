/** Copies values from fields of one object into fields of others. */
@NullMarked
package dev.slipway.kustomize.replace;

import org.jspecify.annotations.NullMarked;
