/** Strategic merge patches and JSON patches, and which objects they are for. */
@NullMarked
package dev.slipway.kustomize.patch;

import org.jspecify.annotations.NullMarked;
