/** What a kind of build needs and gives; kinds are added here without touching who runs them. */
@NullMarked
package dev.slipway.builds.kind;

import org.jspecify.annotations.NullMarked;
