package dev.slipway.builds.record;

import dev.slipway.git.Commit;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.HostedRepository;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The history of a repository's default branch. */
@Component
public class DefaultBranch {

    private final GitContent git;
    private final GitHost host;

    public DefaultBranch(GitContent git, GitHost host) {
        this.git = git;
        this.host = host;
    }

    String name(RepositoryRef repository) {
        return host.repository(repository).map(HostedRepository::defaultBranch).orElse("main");
    }

    Optional<CommitId> tip(RepositoryRef repository) {
        return git.resolve(repository, "refs/heads/" + name(repository));
    }

    /**
     * The states that the branch has had, newest first: first parents only, for a merged branch's own commits never were
     * the default branch and lack what others had merged.
     *
     * @param depth how many commits are looked at
     */
    List<CommitId> states(RepositoryRef repository, int depth) {
        Optional<CommitId> tip = tip(repository);
        if (tip.isEmpty()) {
            return List.of();
        }
        Map<CommitId, Commit> commits = git.log(repository, tip.get(), null, null, depth).stream()
                .collect(Collectors.toMap(Commit::id, Function.identity()));
        List<CommitId> states = new ArrayList<>();
        for (Commit commit = commits.get(tip.get()); commit != null; commit = firstParent(commit, commits)) {
            states.add(commit.id());
        }
        return states;
    }

    private static @org.jspecify.annotations.Nullable Commit firstParent(Commit commit, Map<CommitId, Commit> commits) {
        return commit.parents().isEmpty() ? null : commits.get(commit.parents().getFirst());
    }
}
