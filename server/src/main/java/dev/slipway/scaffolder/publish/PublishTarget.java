package dev.slipway.scaffolder.publish;

import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.scaffolding.action.ActionException;
import java.util.Optional;

/** A repository on its host. */
record PublishTarget(PublishHost host, RepositoryRef repository) {

    boolean exists() {
        return host.hosting().repository(repository).isPresent();
    }

    void requireExists() {
        if (!exists()) {
            throw new ActionException("There is no repository \"" + repository + "\".");
        }
    }

    Optional<CommitId> head(String branch) {
        return host.content().resolve(repository, "refs/heads/" + branch);
    }

    String defaultBranch() {
        return host.hosting().repository(repository).orElseThrow().defaultBranch();
    }

    String remoteUrl() {
        return host.remoteUrl(repository);
    }

    String contentsUrl() {
        return host.contentsUrl(repository);
    }
}
