package dev.slipway.builds.local;

import dev.slipway.builds.Build;
import dev.slipway.builds.BuildIsolation;
import dev.slipway.git.GitHost;
import dev.slipway.git.PullRequest;
import dev.slipway.git.PullRequestQuery;
import dev.slipway.git.RepositoryAccess;
import dev.slipway.kernel.Actor;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Without isolation a build can do what Slipway can. So it runs only code of people who could merge it anyway, or that one of
 * them approved: this very commit, by a review of its pull request. Of whom nothing is known is not trusted.
 */
@Component
public class Withheld {

    private final BuildIsolation isolation;
    private final TrustedCommits trusted;
    private final GitHost host;
    private final RepositoryAccess access;

    public Withheld(BuildIsolation isolation, TrustedCommits trusted, GitHost host, RepositoryAccess access) {
        this.isolation = isolation;
        this.trusted = trusted;
        this.host = host;
        this.access = access;
    }

    /** What the build waits for, in at most 140 characters; empty when it may run. */
    public Optional<String> reason(Build build) {
        if (!isolation.level().equals("none")
                || build.status().finished()
                || trusted.contain(build)
                || isPushedByTrusted(build)
                || isApproved(build)) {
            return Optional.empty();
        }
        return Optional.of("Builds are not isolated here: whoever may merge into this repository has to approve "
                + build.commit().brief() + " in a review first");
    }

    private boolean isPushedByTrusted(Build build) {
        List<String> accounts = host.accountsBehind(build.repository(), List.of(build.commit()));
        return !accounts.isEmpty() && accounts.stream().allMatch(account -> mayMerge(account, build));
    }

    private boolean isApproved(Build build) {
        return host
                .pullRequests(PullRequestQuery.ofBranch(build.repository(), PullRequest.State.OPEN, build.branch()))
                .stream()
                .filter(pull -> pull.head().equals(build.commit()))
                .flatMap(pull -> pull.approvals().stream())
                .anyMatch(review -> mayMerge(review.author(), build));
    }

    private boolean mayMerge(String account, Build build) {
        return account.equals(Actor.SLIPWAY) || access.mayMerge(new Actor.Person(account), build.repository());
    }
}
