package dev.slipway.identity;

/** Hint: an account was made. */
public record AccountsChanged() {}
