/** Changes over REST. */
@NullMarked
package dev.slipway.changes.web;

import org.jspecify.annotations.NullMarked;
