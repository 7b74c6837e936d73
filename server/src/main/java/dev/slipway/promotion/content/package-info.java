/** The commits that a promotion brings and takes back. */
@NullMarked
package dev.slipway.promotion.content;

import org.jspecify.annotations.NullMarked;
