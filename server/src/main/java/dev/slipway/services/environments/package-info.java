/** Brings services to environments that they were made without, as durable steps. */
@NullMarked
package dev.slipway.services.environments;

import org.jspecify.annotations.NullMarked;
