package dev.slipway.catalog;

import java.util.UUID;

/** A registered location: Backstage's {@code type} is always {@code url} here. */
public record CatalogLocation(UUID id, String type, String target) {}
