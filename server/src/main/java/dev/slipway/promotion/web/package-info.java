/** Promotions over REST, and the page of one promotion. */
@NullMarked
package dev.slipway.promotion.web;

import org.jspecify.annotations.NullMarked;
