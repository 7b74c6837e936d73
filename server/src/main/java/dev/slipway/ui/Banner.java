package dev.slipway.ui;

/**
 * Something that everybody must know, above every page as long as it is so.
 *
 * @param path where to read more
 * @param link the words that lead there
 */
public record Banner(Tone tone, String text, String path, String link) {}
