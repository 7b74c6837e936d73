package dev.slipway.builds.retention;

import dev.slipway.operations.RetentionPeriod;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How long builds and images stay.
 *
 * @param newestBuilds how many of each repository stay however old they are
 * @param images how long an image stays after it was last needed
 */
@Component
record RetentionSettings(RetentionPeriod builds, int newestBuilds, RetentionPeriod images) {

    /** Promotion looks for candidates among as many. */
    private static final int CANDIDATES = 5;

    RetentionSettings {
        if (newestBuilds < 1) {
            throw new IllegalArgumentException("At least one build of each repository stays.");
        }
    }

    @Autowired
    RetentionSettings(
            @Value("${slipway.retention.builds:90d}") String builds,
            @Value("${slipway.retention.newest-builds:20}") int newestBuilds,
            @Value("${slipway.retention.images:30d}") String images) {
        this(RetentionPeriod.valueOf(builds), newestBuilds, RetentionPeriod.valueOf(images));
    }

    /** How many successful builds of a repository could still be asked for. */
    int newestCandidates() {
        return Math.max(CANDIDATES, newestBuilds);
    }
}
