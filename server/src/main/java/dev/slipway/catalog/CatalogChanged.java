package dev.slipway.catalog;

/** Hint: entities came, changed or went. */
public record CatalogChanged() {}
