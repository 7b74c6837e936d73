/** Go's YAML, JSON and TOML, as charts read and write them. */
@NullMarked
package dev.slipway.helm.format;

import org.jspecify.annotations.NullMarked;
