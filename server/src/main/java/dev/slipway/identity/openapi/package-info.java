/** Describes the REST API: what springdoc finds in the controllers, with what holds for every operation. */
@NullMarked
package dev.slipway.identity.openapi;

import org.jspecify.annotations.NullMarked;
