/** Trees of files: a directory, a Git tree, a map in memory; read-only, with modes and without escapes. */
@NullMarked
package dev.slipway.documents.tree;

import org.jspecify.annotations.NullMarked;
