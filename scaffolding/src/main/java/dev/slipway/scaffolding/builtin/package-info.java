/** The actions that need no server. */
@NullMarked
package dev.slipway.scaffolding.builtin;

import org.jspecify.annotations.NullMarked;
