package dev.slipway.builds;

/** The number of a build, from 1. */
public record BuildId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
