/** Runs that nobody needs any more. */
@NullMarked
package dev.slipway.scaffolder.retention;

import org.jspecify.annotations.NullMarked;
