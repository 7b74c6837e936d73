package dev.slipway.builds;

import java.util.Map;

/**
 * Where a build comes from.
 *
 * @param builder {@code local}, or what another CI calls itself
 * @param isolation {@code none}, {@code user-namespace}, {@code container}, or {@link #UNKNOWN}
 * @param details for example the tool's version, the run's URL; short values without secrets
 */
public record Provenance(String builder, String isolation, Map<String, String> details) {

    /** The isolation of a build whose CI did not say: nothing is to be read into it. */
    public static final String UNKNOWN = "unknown";

    public Provenance {
        details = Map.copyOf(details);
    }
}
