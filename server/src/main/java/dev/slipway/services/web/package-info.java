/** Configuration and deletion over REST. */
@NullMarked
package dev.slipway.services.web;

import org.jspecify.annotations.NullMarked;
