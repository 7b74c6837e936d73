/** Works on the files of the workspace. */
@org.jspecify.annotations.NullMarked
package dev.slipway.scaffolding.builtin.file;
