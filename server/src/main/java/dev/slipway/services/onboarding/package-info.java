/** Brings what exists: import, inspection, the two pull requests, as durable steps. */
@NullMarked
package dev.slipway.services.onboarding;

import org.jspecify.annotations.NullMarked;
