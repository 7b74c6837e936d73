/** What a change to a checkout does, without a server. */
@NullMarked
package dev.slipway.cli.impact;

import org.jspecify.annotations.NullMarked;
