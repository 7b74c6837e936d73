package dev.slipway.identity.accounts;

/** A token is no more. */
record TokenRevoked(String account, String name) {}
