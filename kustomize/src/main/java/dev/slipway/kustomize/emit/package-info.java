/** Writes values as the YAML and JSON of Go's sigs.k8s.io/yaml and encoding/json. */
@NullMarked
package dev.slipway.kustomize.emit;

import org.jspecify.annotations.NullMarked;
