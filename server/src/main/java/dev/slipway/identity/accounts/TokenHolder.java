package dev.slipway.identity.accounts;

import dev.slipway.identity.Account;

/** Who sent a token's secret. */
public record TokenHolder(IssuedToken token, Account account) {}
