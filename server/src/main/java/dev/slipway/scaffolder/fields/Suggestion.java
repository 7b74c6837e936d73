package dev.slipway.scaffolder.fields;

/**
 * A value that a field offers.
 *
 * @param value as it is stored
 * @param title what people call it; empty when they call it by its value
 * @param detail what else tells it from others
 */
public record Suggestion(String value, String title, String detail) {}
