package dev.slipway.builds;

import java.util.Map;

/**
 * Where a build comes from.
 *
 * @param builder {@code local}, or what another CI calls itself
 * @param isolation {@code none}, {@code user-namespace} or {@code container}
 * @param details for example the tool's version, the run's URL; short values without secrets
 */
public record Provenance(String builder, String isolation, Map<String, String> details) {

    public Provenance {
        details = Map.copyOf(details);
    }
}
