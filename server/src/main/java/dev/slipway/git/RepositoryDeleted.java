package dev.slipway.git;

import dev.slipway.kernel.RepositoryRef;

/** The host has this repository no longer; published in the transaction that says so. Its files go right after. */
public record RepositoryDeleted(RepositoryRef repository) {}
