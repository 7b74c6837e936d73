package dev.slipway.git;

import dev.slipway.kernel.RepositoryRef;

/** Hint: branches or tags of this repository moved. Consumers find out which by {@link RefCursors}. */
public record RefsChanged(RepositoryRef repository) {}
