/** What changes to the platform repository do: computed once, told in a comment, shown on a page. */
@NullMarked
package dev.slipway.desiredstate.impact;

import org.jspecify.annotations.NullMarked;
