package dev.slipway.template.contract;

/** JavaScript's {@code undefined}: what a missing variable or member is; it prints as nothing. */
public enum Undefined {
    UNDEFINED;

    @Override
    public String toString() {
        return "undefined";
    }
}
