/** Turns failures into problem details, pages and fragments. */
@NullMarked
package dev.slipway.ui.problems;

import org.jspecify.annotations.NullMarked;
