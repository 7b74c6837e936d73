package dev.slipway.builds.local;

import dev.slipway.builds.Build;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.HostedRepository;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which builds are of commits that somebody let into a protected branch, and not merely of what anybody pushed. */
@Component
public class TrustedCommits {

    private final GitContent git;
    private final GitHost host;

    public TrustedCommits(GitContent git, GitHost host) {
        this.git = git;
        this.host = host;
    }

    /** Whether the branch is protected and has the commit in its history now: a name alone proves nothing. */
    boolean contain(Build build) {
        Optional<String> standard = host.repository(build.repository()).map(HostedRepository::defaultBranch);
        return Stream.concat(Stream.of(build.branch()), standard.stream())
                .distinct()
                .anyMatch(branch -> contains(build, branch));
    }

    private boolean contains(Build build, String branch) {
        return host.protection(build.repository(), branch).isPresent()
                && git.resolve(build.repository(), "refs/heads/" + branch)
                        .filter(tip -> git.isAncestor(build.repository(), build.commit(), tip))
                        .isPresent();
    }
}
