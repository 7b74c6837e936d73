/** Finds what is wrong with a template without running it. */
@NullMarked
package dev.slipway.scaffolding.lint;

import org.jspecify.annotations.NullMarked;
