package dev.slipway.git;

/**
 * How a repository treats its pull requests.
 *
 * @param deleteBranchOnMerge whether the source branch goes when its pull request is merged
 */
public record RepositorySettings(boolean deleteBranchOnMerge) {}
