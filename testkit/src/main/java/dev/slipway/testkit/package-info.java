/** What tests of several modules share. */
@NullMarked
package dev.slipway.testkit;

import org.jspecify.annotations.NullMarked;
