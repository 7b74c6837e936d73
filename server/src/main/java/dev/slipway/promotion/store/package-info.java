/** Promotions, approvals, holds, vetoes and verifications in PostgreSQL. */
@NullMarked
package dev.slipway.promotion.store;

import org.jspecify.annotations.NullMarked;
