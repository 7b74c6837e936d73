package dev.slipway.builds.record;

import dev.slipway.audit.Audit;
import dev.slipway.builds.Build;
import dev.slipway.builds.BuildFinished;
import dev.slipway.builds.BuildId;
import dev.slipway.builds.BuildStep;
import dev.slipway.builds.Builds;
import dev.slipway.builds.Images;
import dev.slipway.builds.Provenance;
import dev.slipway.builds.store.BuildLogs;
import dev.slipway.builds.store.BuildRows;
import dev.slipway.builds.store.StepRows;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.scheduling.Wakeups;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** All builds, from the rows and the logs. */
@Component
public class RecordedBuilds implements Builds {

    /** How far back candidates are looked for. */
    private static final int DEPTH = 500;

    private final BuildRows rows;
    private final StepRows steps;
    private final BuildLogs logs;
    private final Recording recording;
    private final DefaultBranch branch;
    private final Images images;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Wakeups wakeups;
    private final Clock clock;

    public RecordedBuilds(
            BuildRows rows,
            StepRows steps,
            BuildLogs logs,
            Recording recording,
            DefaultBranch branch,
            Images images,
            Audit audit,
            ApplicationEventPublisher events,
            Wakeups wakeups,
            Clock clock) {
        this.rows = rows;
        this.steps = steps;
        this.logs = logs;
        this.recording = recording;
        this.branch = branch;
        this.images = images;
        this.audit = audit;
        this.events = events;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    @Override
    public Build record(
            RepositoryRef repository,
            CommitId commit,
            Map<String, ImageDigest> built,
            Provenance provenance,
            Actor actor) {
        recording.check(repository, commit, built, provenance, actor);
        String of = recording.branchOf(repository, commit);
        Optional<Build> same = rows.same(repository, commit, built);
        if (same.isPresent()) {
            return same.get();
        }
        images.use(built);
        Optional<Build> added = rows.add(repository, commit, of, built, provenance, clock.instant());
        added.ifPresent(build -> tell(build, actor));
        return added.or(() -> rows.same(repository, commit, built)).orElseThrow();
    }

    private void tell(Build build, Actor actor) {
        audit.record(
                actor,
                "build.recorded",
                "repository:" + build.repository(),
                Map.of("build", build.id().toString(), "commit", build.commit().value()));
        events.publishEvent(new BuildFinished(build.id()));
        wakeups.wake("builds-statuses");
    }

    @Override
    public Optional<Build> find(BuildId id) {
        return rows.find(id);
    }

    @Override
    public List<Build> of(RepositoryRef repository, int limit) {
        return rows.of(repository, limit);
    }

    @Override
    public Optional<Build> newest(RepositoryRef repository, CommitId commit) {
        return rows.newest(repository, commit);
    }

    @Override
    public Optional<Build> successful(RepositoryRef repository, CommitId commit) {
        return rows.successful(repository, List.of(commit)).stream().findFirst();
    }

    /** Ordered by history, not by time: a build that ends late does not overtake one of a newer commit. */
    @Override
    public List<Build> candidates(RepositoryRef repository, int limit) {
        List<CommitId> states = branch.states(repository, DEPTH);
        return rows.successful(repository, states).stream()
                .sorted(Comparator.comparingInt((Build build) -> states.indexOf(build.commit()))
                        .thenComparingLong(build -> -build.id().value()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<String> log(BuildId id, int fromLine, int limit) {
        return logs.read(id, fromLine, limit);
    }

    @Override
    public Optional<Instant> imagesRemovedAt(BuildId id) {
        return rows.imagesRemovedAt(id);
    }

    @Override
    public List<String> lastLines(BuildId id, int count) {
        return logs.last(id, count);
    }

    @Override
    public List<BuildStep> steps(BuildId id) {
        return steps.of(id);
    }
}
