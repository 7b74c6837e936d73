/** Delivery over REST and as pages. */
@NullMarked
package dev.slipway.delivery.web;

import org.jspecify.annotations.NullMarked;
