/** Accounts, passwords, one-time links and tokens in PostgreSQL. */
@NullMarked
package dev.slipway.identity.accounts;

import org.jspecify.annotations.NullMarked;
