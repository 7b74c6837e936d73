package dev.slipway.builds.retention;

import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.HostedRepository;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Where the branches and tags of a repository point; nowhere in one that is gone. Throws when it cannot be read. */
@Component
class BranchHeads {

    private final GitContent git;
    private final GitHost host;

    BranchHeads(GitContent git, GitHost host) {
        this.git = git;
        this.host = host;
    }

    /** @param heads of branches alone */
    record Tips(Set<CommitId> all, Set<CommitId> heads) {}

    /** Of an archived repository nothing will ever run again. */
    boolean isAlive(RepositoryRef repository) {
        return host.repository(repository)
                .filter(found -> !found.archived())
                .map(HostedRepository::ref)
                .filter(git::exists)
                .isPresent();
    }

    Tips of(RepositoryRef repository) {
        if (!git.exists(repository)) {
            return new Tips(Set.of(), Set.of());
        }
        Map<String, CommitId> refs = git.refs(repository);
        Set<CommitId> heads = refs.entrySet().stream()
                .filter(ref -> ref.getKey().startsWith("refs/heads/"))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        return new Tips(Set.copyOf(refs.values()), heads);
    }
}
