package dev.slipway.git;

import dev.slipway.kernel.CommitId;

/**
 * A review to be written.
 *
 * @param commit the head that its author has seen
 */
public record NewReview(Review.Verdict verdict, CommitId commit, String markdown) {}
