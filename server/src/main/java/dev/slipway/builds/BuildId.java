package dev.slipway.builds;

import com.fasterxml.jackson.annotation.JsonValue;

/** The number of a build, from 1. */
public record BuildId(@JsonValue long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
