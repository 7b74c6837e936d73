package dev.slipway.builds;

import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.kernel.RepositoryRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds of commits, whoever ran them. */
public interface Builds {

    /**
     * Records a finished, successful build: the one way in for the local runner and for any CI. Recording the same images of the
     * same commit again returns the build there is; other images of a commit already recorded are another build.
     *
     * @param images digest by image repository name, for example {@code registry.localhost/acme/pricing-api}
     */
    Build record(
            RepositoryRef repository,
            CommitId commit,
            Map<String, ImageDigest> images,
            Provenance provenance,
            Actor actor);

    Optional<Build> find(BuildId id);

    /** Newest first. */
    List<Build> of(RepositoryRef repository, int limit);

    /** The newest build of this commit, however it ended or stands. */
    Optional<Build> newest(RepositoryRef repository, CommitId commit);

    /** The newest successful build of this commit whose images are still stored. */
    Optional<Build> successful(RepositoryRef repository, CommitId commit);

    /** Successful builds of commits on the default branch, newest commit first: the Release candidates. */
    List<Build> candidates(RepositoryRef repository, int limit);

    /** Lines of the log from this line on (0 is the first). */
    List<String> log(BuildId id, int fromLine, int limit);

    /** The last lines of the log so far, in their order. */
    List<String> lastLines(BuildId id, int count);

    /** When retention removed the images of this build; empty as long as they are stored. */
    default Optional<Instant> imagesRemovedAt(BuildId id) {
        return Optional.empty();
    }

    /** The steps of a local build so far, in their order; none for a build that was recorded. */
    default List<BuildStep> steps(BuildId id) {
        return List.of();
    }
}
