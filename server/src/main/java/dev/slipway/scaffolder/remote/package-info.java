/** What {@code fetch:*} reads by URL. */
@NullMarked
package dev.slipway.scaffolder.remote;

import org.jspecify.annotations.NullMarked;
