/** What an intent means for a tip. */
@NullMarked
package dev.slipway.changes.plan;

import org.jspecify.annotations.NullMarked;
