package dev.slipway.launch;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long things stay.
 *
 * @param builds days as in {@code 90d}, or {@code forever}; so are images, runs and audit
 * @param newestBuilds how many of each repository stay however old
 * @param releases how many of each environment can be gone back to
 */
record KeptFor(String builds, int newestBuilds, String images, int releases, String runs, String audit) {

    Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("slipway.retention.builds", builds);
        properties.put("slipway.retention.newest-builds", newestBuilds);
        properties.put("slipway.retention.images", images);
        properties.put("slipway.retention.releases", releases);
        properties.put("slipway.retention.runs", runs);
        properties.put("slipway.retention.audit", audit);
        return properties;
    }
}
