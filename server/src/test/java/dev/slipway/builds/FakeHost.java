package dev.slipway.builds;

import dev.slipway.git.BranchProtection;
import dev.slipway.git.CommitStatus;
import dev.slipway.git.HostedRepository;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.support.NoGitHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers the statuses that it is told; knows nothing else. */
public final class FakeHost extends NoGitHost {

    private final Map<CommitId, List<CommitStatus>> statuses = new ConcurrentHashMap<>();

    @Override
    public void setStatus(RepositoryRef repository, CommitId commit, CommitStatus status) {
        statuses.computeIfAbsent(commit, any -> new ArrayList<>()).add(status);
    }

    @Override
    public List<CommitStatus> statuses(RepositoryRef repository, CommitId commit) {
        return statuses.getOrDefault(commit, List.of());
    }

    @Override
    public Optional<HostedRepository> repository(RepositoryRef repository) {
        return Optional.empty();
    }

    @Override
    public Optional<BranchProtection> protection(RepositoryRef repository, String branch) {
        return branch.equals("main") ? Optional.of(new BranchProtection("main", Set.of(), Set.of())) : Optional.empty();
    }
}
