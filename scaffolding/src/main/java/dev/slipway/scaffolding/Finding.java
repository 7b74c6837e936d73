package dev.slipway.scaffolding;

import dev.slipway.documents.yaml.Place;

/** One thing that is wrong with a template. */
public record Finding(Place place, String message) {

    @Override
    public String toString() {
        return place + ": " + message;
    }
}
