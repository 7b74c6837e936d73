package dev.slipway.previews.sweep;

import dev.slipway.builds.Build;
import dev.slipway.builds.Builds;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.previews.plan.BuildFact;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How far the images of commits are. */
@Component
class BuildFacts {

    private static final int NEWEST = 200;
    private static final int WHOLE_LOG = 100_000;
    private static final int LAST_LINES = 15;

    private final Builds builds;

    BuildFacts(Builds builds) {
        this.builds = builds;
    }

    BuildFact of(RepositoryRef repository, CommitId commit) {
        return builds.successful(repository, commit)
                .<BuildFact>map(build -> new BuildFact.Built(build.images()))
                .orElseGet(() -> unbuilt(repository, commit));
    }

    private BuildFact unbuilt(RepositoryRef repository, CommitId commit) {
        Optional<Build> newest = builds.of(repository, NEWEST).stream()
                .filter(build -> build.commit().equals(commit))
                .findFirst();
        return newest.filter(build -> build.status().finished())
                .<BuildFact>map(this::failed)
                .orElseGet(() -> new BuildFact.Pending(newest.map(Build::id).orElse(null)));
    }

    private BuildFact failed(Build build) {
        List<String> log = builds.log(build.id(), 0, WHOLE_LOG);
        String reason = build.failure() == null ? "no reason is known." : build.failure();
        return new BuildFact.Failed(build.id(), reason, log.subList(Math.max(0, log.size() - LAST_LINES), log.size()));
    }
}
