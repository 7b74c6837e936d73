package dev.slipway.builds;

import dev.slipway.git.BranchProtection;
import dev.slipway.git.CommitStatus;
import dev.slipway.git.HostedRepository;
import dev.slipway.git.PullRequest;
import dev.slipway.git.PullRequestQuery;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.support.NoGitHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers the statuses that it is told, who pushed what, and which pull requests are open. */
public final class FakeHost extends NoGitHost {

    private final Map<CommitId, List<CommitStatus>> statuses = new ConcurrentHashMap<>();

    private final Map<CommitId, String> pushers = new ConcurrentHashMap<>();
    private final List<PullRequest> pulls = new CopyOnWriteArrayList<>();

    public void pushed(CommitId commit, String account) {
        pushers.put(commit, account);
    }

    /** Replaces what is open. */
    public void open(PullRequest pull) {
        pulls.clear();
        pulls.add(pull);
    }

    @Override
    public List<String> accountsBehind(RepositoryRef repository, List<CommitId> commits) {
        return commits.stream().map(pushers::get).filter(Objects::nonNull).toList();
    }

    @Override
    public List<PullRequest> pullRequests(PullRequestQuery query) {
        return pulls.stream()
                .filter(pull -> pull.sourceBranch().equals(query.sourceBranch()))
                .toList();
    }

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
