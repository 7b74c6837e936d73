package dev.slipway.services.configuration;

import dev.slipway.git.FileChange;
import org.jspecify.annotations.Nullable;

/**
 * What gives a variable of an environment another value, or takes it away.
 *
 * @param before its value so far; null when the overlay does not set it
 * @param file the one file to change
 */
public record VariableChange(@Nullable String before, FileChange.Put file) {}
