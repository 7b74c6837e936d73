/** Pages and REST of previews. */
@NullMarked
package dev.slipway.previews.web;

import org.jspecify.annotations.NullMarked;
