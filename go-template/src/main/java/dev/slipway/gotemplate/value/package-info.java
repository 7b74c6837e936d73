/** What values are: their types and kinds, their truth, their order. */
@NullMarked
package dev.slipway.gotemplate.value;

import org.jspecify.annotations.NullMarked;
