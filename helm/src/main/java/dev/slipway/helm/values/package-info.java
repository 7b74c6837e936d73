/** How values meet: files, expressions, defaults, globals, sub-charts. */
@NullMarked
package dev.slipway.helm.values;

import org.jspecify.annotations.NullMarked;
