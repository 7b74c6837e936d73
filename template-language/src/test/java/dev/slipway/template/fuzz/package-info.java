/** Throws whatever there is at the parser and the renderer: they answer, or say what is wrong. */
@NullMarked
package dev.slipway.template.fuzz;

import org.jspecify.annotations.NullMarked;
