package dev.slipway.kustomize.read;

import java.util.Map;

/** Fields that kustomize knows and this library refuses, with the reason. */
final class Refused {
    private static final String PROGRAMS = "running programs while rendering is not allowed";
    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("helmCharts", "charts are fetched and run as programs, and " + PROGRAMS),
            Map.entry("helmGlobals", "charts are fetched and run as programs, and " + PROGRAMS),
            Map.entry("helmChartInflationGenerator", "charts are fetched and run as programs, and " + PROGRAMS));

    private Refused() {}

    static Map<String, String> reasons() {
        return REASONS;
    }
}
