package dev.slipway.services;

/**
 * A variable of one environment.
 *
 * @param value as it stands there; for a reference, in words where it comes from
 * @param source where it is set, which says whether it can be changed for this environment alone
 * @param file in the service's repository
 * @param line from 1
 */
public record EnvironmentVariable(String name, String value, Source source, String file, int line) {

    /** Where a variable is set. */
    public enum Source {
        /** By the environment's own overlay. */
        OVERLAY,
        /** For all environments; an overlay may override it. */
        BASE,
        /** Taken from a Secret, a ConfigMap or a field. */
        REFERENCE
    }
}
