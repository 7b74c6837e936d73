package dev.slipway.gitops.impact;

/**
 * Something whose difference is not known.
 *
 * @param where file or Application
 * @param why it could not be read
 * @param asBefore whether it was like that before the change already
 */
public record NotCompared(String where, String why, boolean asBefore) {}
