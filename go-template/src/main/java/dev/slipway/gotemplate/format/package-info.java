/** Go's fmt: values as text. */
@NullMarked
package dev.slipway.gotemplate.format;

import org.jspecify.annotations.NullMarked;
