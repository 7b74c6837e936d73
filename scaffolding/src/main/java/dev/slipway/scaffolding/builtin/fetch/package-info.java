/** Brings files into the workspace: as they are, or rendered. */
@org.jspecify.annotations.NullMarked
package dev.slipway.scaffolding.builtin.fetch;
