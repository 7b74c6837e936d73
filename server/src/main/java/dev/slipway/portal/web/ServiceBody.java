package dev.slipway.portal.web;

import dev.slipway.builds.Build;
import dev.slipway.desiredstate.ReleasePlaces.ReleasePlace;
import dev.slipway.kernel.Release;
import dev.slipway.promotion.EnvironmentStanding;
import dev.slipway.promotion.Veto;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A service as JSON. */
record ServiceBody(
        String name, String team, String repository, List<EnvironmentBody> environments, List<BuildBody> builds) {

    /**
     * An environment of a service.
     *
     * @param veto why what would come next may not
     * @param explanation why nothing is promoted, or empty
     * @param places file and line where the live Release stands in Git; told of one service, not in lists
     * @param openPromotion the id of the one under way
     */
    record EnvironmentBody(
            String name,
            String health,
            String message,
            String url,
            @Nullable ReleaseBody live,
            List<ReleasePlace> places,
            @Nullable ReleaseBody candidate,
            @Nullable Veto veto,
            String explanation,
            EnvironmentStanding.@Nullable Hold hold,
            @Nullable Long openPromotion,
            List<PodBody> pods) {}

    /** A replica, with what it really runs. */
    record PodBody(String name, boolean ready, int restarts, Map<String, String> images, String message) {}

    /** A Release: digests by image name. */
    record ReleaseBody(String id, String commit, Map<String, String> images) {
        static @Nullable ReleaseBody of(@Nullable Release release) {
            if (release == null) {
                return null;
            }
            Map<String, String> images = new TreeMap<>();
            release.images().forEach((name, digest) -> images.put(name, digest.value()));
            return new ReleaseBody(release.id(), release.commit().value(), images);
        }
    }

    /** A build in a line. */
    record BuildBody(
            long id,
            String commit,
            String branch,
            String status,
            @Nullable String failure,
            Instant queuedAt,
            @Nullable Instant finishedAt) {
        static BuildBody of(Build build) {
            return new BuildBody(
                    build.id().value(),
                    build.commit().value(),
                    build.branch(),
                    build.status().name(),
                    build.failure(),
                    build.queuedAt(),
                    build.finishedAt());
        }
    }
}
