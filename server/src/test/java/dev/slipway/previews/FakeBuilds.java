package dev.slipway.previews;

import dev.slipway.builds.Build;
import dev.slipway.builds.BuildId;
import dev.slipway.builds.BuildStatus;
import dev.slipway.builds.Builds;
import dev.slipway.builds.Provenance;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.kernel.RepositoryRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds that succeed or fail when a test says so. */
final class FakeBuilds implements Builds {

    private final List<Build> builds = new ArrayList<>();

    void succeed(RepositoryRef repository, CommitId commit) {
        String digest = "sha256:" + (commit.value() + commit.value()).substring(0, 64);
        add(
                repository,
                commit,
                BuildStatus.SUCCEEDED,
                Map.of("registry.localhost/acme/" + repository.name(), new ImageDigest(digest)));
    }

    void fail(RepositoryRef repository, CommitId commit) {
        add(repository, commit, BuildStatus.FAILED, Map.of());
    }

    private void add(RepositoryRef repository, CommitId commit, BuildStatus status, Map<String, ImageDigest> images) {
        builds.addFirst(new Build(
                new BuildId(builds.size() + 1L),
                repository,
                commit,
                "branch",
                status,
                images,
                new Provenance("test", "none", Map.of()),
                status == BuildStatus.FAILED ? "A test failed" : null,
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH));
    }

    @Override
    public Build record(
            RepositoryRef repository,
            CommitId commit,
            Map<String, ImageDigest> images,
            Provenance provenance,
            Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Build> find(BuildId id) {
        return builds.stream().filter(build -> build.id().equals(id)).findFirst();
    }

    @Override
    public List<Build> of(RepositoryRef repository, int limit) {
        return builds.stream()
                .filter(build -> build.repository().equals(repository))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Build> newest(RepositoryRef repository, CommitId commit) {
        return of(repository, Integer.MAX_VALUE).stream()
                .filter(build -> build.commit().equals(commit))
                .findFirst();
    }

    @Override
    public List<String> lastLines(BuildId id, int count) {
        return List.of("error: something is missing");
    }

    @Override
    public Optional<Build> successful(RepositoryRef repository, CommitId commit) {
        return of(repository, Integer.MAX_VALUE).stream()
                .filter(build -> build.commit().equals(commit) && build.status() == BuildStatus.SUCCEEDED)
                .findFirst();
    }

    @Override
    public List<Build> candidates(RepositoryRef repository, int limit) {
        return List.of();
    }

    @Override
    public List<String> log(BuildId id, int fromLine, int limit) {
        throw new UnsupportedOperationException("the whole log is too much");
    }
}
