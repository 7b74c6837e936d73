package dev.slipway.kustomize.read;

import java.util.Map;

/** Fields that kustomize knows and this library refuses, with the reason. */
final class Refused {
    private static final String PROGRAMS = "running programs while rendering is not allowed";
    private static final String LATER = "this library does not support it yet";
    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("helmCharts", "charts are fetched and run as programs, and " + PROGRAMS),
            Map.entry("helmGlobals", "charts are fetched and run as programs, and " + PROGRAMS),
            Map.entry("helmChartInflationGenerator", "charts are fetched and run as programs, and " + PROGRAMS),
            Map.entry("generators", LATER),
            Map.entry("transformers", LATER),
            Map.entry("validators", LATER),
            Map.entry("configurations", LATER),
            Map.entry("replacements", LATER),
            Map.entry("vars", LATER),
            Map.entry("crds", LATER),
            Map.entry("openapi", LATER),
            Map.entry("buildMetadata", LATER));

    private Refused() {}

    static Map<String, String> reasons() {
        return REASONS;
    }
}
