/** What is wrong with what Git declares: kept current, and shown. */
@NullMarked
package dev.slipway.desiredstate.validation;

import org.jspecify.annotations.NullMarked;
