package dev.slipway.scaffolding;

import dev.slipway.documents.yaml.Place;

/** One thing that is wrong with a template. */
public record Finding(Severity severity, Place place, String message) {

    /** An error. */
    public Finding(Place place, String message) {
        this(Severity.ERROR, place, message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public String toString() {
        return place + ": " + message;
    }
}
