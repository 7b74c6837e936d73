package dev.slipway.git;

/**
 * What a repository elsewhere has.
 *
 * @param defaultBranch the branch that becomes main here, by its short name there
 */
public record RemoteHistory(String defaultBranch, int branches, int tags) {}
