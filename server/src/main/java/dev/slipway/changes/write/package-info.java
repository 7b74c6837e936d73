/** The one writer: carries out stored changes, branch by branch. */
@NullMarked
package dev.slipway.changes.write;

import org.jspecify.annotations.NullMarked;
