/** Makes repeated POSTs of the REST API harmless. */
@NullMarked
package dev.slipway.ui.idempotency;

import org.jspecify.annotations.NullMarked;
