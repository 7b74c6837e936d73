package dev.slipway.git;

/**
 * A line of a file with the commit that wrote it.
 *
 * @param number from 1
 */
public record BlameLine(int number, String text, Commit commit) {}
