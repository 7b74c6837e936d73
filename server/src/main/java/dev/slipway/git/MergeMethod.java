package dev.slipway.git;

/** How a pull request's commits reach the target. */
public enum MergeMethod {
    /** As they are, with a merge commit. */
    MERGE,
    /** As one commit, which keeps their {@code Slipway-*} and {@code Co-authored-by} trailers. */
    SQUASH
}
