/** Go's own functions. */
@NullMarked
package dev.slipway.gotemplate.builtin;

import org.jspecify.annotations.NullMarked;
