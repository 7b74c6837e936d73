package dev.slipway.previews.sweep;

import dev.slipway.builds.Build;
import dev.slipway.builds.Builds;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.previews.plan.BuildFact;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How far the images of commits are. */
@Component
class BuildFacts {

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
        Optional<Build> newest = builds.newest(repository, commit);
        return newest.filter(build -> build.status().finished())
                .<BuildFact>map(this::failed)
                .orElseGet(() -> new BuildFact.Pending(newest.map(Build::id).orElse(null)));
    }

    private BuildFact failed(Build build) {
        return new BuildFact.Failed(build.id(), reason(build), builds.lastLines(build.id(), LAST_LINES));
    }

    private String reason(Build build) {
        if (builds.imagesRemovedAt(build.id()).isPresent()) {
            return "it succeeded long ago, and its images have been removed. The next commit is built anew.";
        }
        return build.failure() == null ? "no reason is known." : build.failure();
    }
}
