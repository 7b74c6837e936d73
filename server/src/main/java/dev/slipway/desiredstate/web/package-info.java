/** The desired state over REST. */
@NullMarked
package dev.slipway.desiredstate.web;

import org.jspecify.annotations.NullMarked;
