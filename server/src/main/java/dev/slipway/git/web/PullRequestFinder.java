package dev.slipway.git.web;

import dev.slipway.git.GitException;
import dev.slipway.git.GitHost;
import dev.slipway.git.PullRequest;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.RepositoryRef;
import org.springframework.stereotype.Component;

/** Finds the pull request that a REST address names, and writes it as JSON. */
@Component
class PullRequestFinder {

    private final GitHost host;

    PullRequestFinder(GitHost host) {
        this.host = host;
    }

    PullRequest find(String organisation, String name, int number) {
        RepositoryRef repository = new RepositoryRef(organisation, name);
        if (number < 1) {
            throw missing(repository + "#" + number);
        }
        PullRequestRef ref = new PullRequestRef(repository, number);
        return host.pullRequest(ref).orElseThrow(() -> missing(ref.toString()));
    }

    private static GitException missing(String ref) {
        return new GitException(ProblemCode.NOT_FOUND, Problem.of("There is no pull request " + ref + "."));
    }

    PullRequestBody body(PullRequest pull) {
        return PullRequestBody.of(pull, host.statuses(pull.ref().repository(), pull.head()));
    }
}
