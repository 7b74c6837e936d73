package dev.slipway.kustomize.read;

import dev.slipway.documents.yaml.Place;

/** A text and where it stands. */
public record Text(Place place, String text) {}
