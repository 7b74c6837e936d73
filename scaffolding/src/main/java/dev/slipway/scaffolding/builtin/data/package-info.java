/** Merges and writes JSON and YAML. */
@org.jspecify.annotations.NullMarked
package dev.slipway.scaffolding.builtin.data;
