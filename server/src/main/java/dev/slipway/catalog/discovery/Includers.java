package dev.slipway.catalog.discovery;

import dev.slipway.catalog.store.SourceRows;
import dev.slipway.git.GitContent;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Has files read again whose placeholders name what changed in another repository. */
@Component
class Includers {

    private final SourceRows sources;
    private final GitContent git;

    Includers(SourceRows sources, GitContent git) {
        this.sources = sources;
        this.git = git;
    }

    void changed(RepositoryRef repository, CommitId from, CommitId to) {
        Set<String> included = sources.includedOf(repository.toString());
        if (!included.isEmpty()) {
            included.retainAll(Set.copyOf(git.changedPaths(repository, from, to)));
        }
        reread(repository, included);
    }

    /** Whatever changed: the repository is new or no more, or could not be read for a while. */
    void all(RepositoryRef repository) {
        reread(repository, sources.includedOf(repository.toString()));
    }

    private void reread(RepositoryRef repository, Set<String> paths) {
        if (!paths.isEmpty()) {
            sources.due(sources.rereadIncluding(repository.toString(), paths));
        }
    }
}
