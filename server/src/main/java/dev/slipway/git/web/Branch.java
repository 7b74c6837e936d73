package dev.slipway.git.web;

import dev.slipway.git.Commit;
import org.jspecify.annotations.Nullable;

/**
 * A branch and its newest commit.
 *
 * @param pull the number of its open pull request; null when there is none
 */
public record Branch(String name, Commit head, @Nullable Integer pull) {}
