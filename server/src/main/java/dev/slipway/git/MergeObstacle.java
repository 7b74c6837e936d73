package dev.slipway.git;

import dev.slipway.kernel.Problem;

/**
 * Something that stands against a merge.
 *
 * @param waiting whether it only has to be waited for, as a check that runs or a review that nobody has written; otherwise somebody
 *     has to put something right
 */
public record MergeObstacle(boolean waiting, Problem problem) {}
