package dev.slipway.builds.retention;

import dev.slipway.builds.BuildId;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ImageDigest;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What may go: a function from facts, settings and the time. */
record RetentionDecision(RetentionSettings settings, Instant now) {

    private static final Comparator<BuildFact> NEWEST_FIRST =
            Comparator.comparingLong((BuildFact build) -> build.id().value()).reversed();

    /**
     * The builds of one repository that may go: ended long ago, not among the newest, of no commit that a branch or tag points
     * to, and without an image that is in use.
     */
    List<BuildFact> removable(List<BuildFact> builds, Set<CommitId> tips, Set<ImageDigest> inUse) {
        Optional<Instant> cutoff = settings.builds().cutoff(now);
        if (cutoff.isEmpty()) {
            return List.of();
        }
        Set<BuildId> newest = newest(builds);
        return builds.stream()
                .filter(build -> build.endedAt() != null && build.endedAt().isBefore(cutoff.get()))
                .filter(build -> !newest.contains(build.id()))
                .filter(build -> !tips.contains(build.commit()))
                .filter(build -> build.images().stream().noneMatch(inUse::contains))
                .toList();
    }

    /** Of any outcome, and of those that succeeded. */
    private Set<BuildId> newest(List<BuildFact> builds) {
        Stream<BuildFact> any = builds.stream().sorted(NEWEST_FIRST).limit(settings.newestBuilds());
        return Stream.concat(any, candidates(builds)).map(BuildFact::id).collect(Collectors.toSet());
    }

    private Stream<BuildFact> candidates(List<BuildFact> builds) {
        return builds.stream().filter(BuildFact::succeeded).sorted(NEWEST_FIRST).limit(settings.newestCandidates());
    }

    /** The images of one repository's builds that somebody may still ask to run: of the newest builds, and of what branches point to. */
    Set<ImageDigest> wanted(List<BuildFact> builds, Set<CommitId> heads) {
        Set<ImageDigest> wanted = new HashSet<>();
        candidates(builds).forEach(build -> wanted.addAll(build.images()));
        builds.stream().filter(build -> heads.contains(build.commit())).forEach(build -> wanted.addAll(build.images()));
        return wanted;
    }

    /** The images that nobody needs, and has not needed for long enough. */
    List<ImageFact> removable(List<ImageFact> images, Set<ImageDigest> needed) {
        return settings.images()
                .cutoff(now)
                .map(cutoff -> images.stream()
                        .filter(image -> !needed.contains(image.digest()))
                        .filter(image -> image.neededAt().isBefore(cutoff))
                        .toList())
                .orElse(List.of());
    }
}
