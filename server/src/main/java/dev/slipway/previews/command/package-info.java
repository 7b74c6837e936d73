/** What people ask of previews. */
@NullMarked
package dev.slipway.previews.command;

import org.jspecify.annotations.NullMarked;
