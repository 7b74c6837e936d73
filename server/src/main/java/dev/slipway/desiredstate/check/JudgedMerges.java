package dev.slipway.desiredstate.check;

import dev.slipway.git.BranchProtection;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.MergeGuard;
import dev.slipway.git.PullRequest;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.PlatformProperties;
import dev.slipway.platform.Platforms;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes the required check once more when a pull request to the platform repository is merged: its status was given for main as it was
 * then, and another pull request may have been merged since, or other gates be in force.
 */
@Component
class JudgedMerges implements MergeGuard {

    private static final Logger LOG = LoggerFactory.getLogger(JudgedMerges.class);

    private final PlatformProperties properties;
    private final Platforms platforms;
    private final GitHost host;
    private final GitContent git;
    private final DesiredStateCheck check;
    private final MissingMirrors missing;

    JudgedMerges(
            PlatformProperties properties,
            Platforms platforms,
            GitHost host,
            GitContent git,
            DesiredStateCheck check,
            MissingMirrors missing) {
        this.properties = properties;
        this.platforms = platforms;
        this.host = host;
        this.git = git;
        this.check = check;
        this.missing = missing;
    }

    @Override
    public List<Problem> problems(PullRequest pullRequest) {
        return isRequired(pullRequest) ? tried(pullRequest) : List.of();
    }

    private boolean isRequired(PullRequest pullRequest) {
        RepositoryRef repository = pullRequest.ref().repository();
        return repository.equals(properties.repository())
                && pullRequest.targetBranch().equals("main")
                && host.protection(repository, "main")
                        .map(BranchProtection::requiredChecks)
                        .orElse(Set.of())
                        .contains(check.name());
    }

    private List<Problem> tried(PullRequest pullRequest) {
        try {
            return platforms
                    .newest()
                    .filter(each -> each.main().equals(pullRequest.base()))
                    .map(each -> judged(each.definition(), pullRequest))
                    .orElseGet(() -> again("Main has moved in this moment, or has no valid definition."));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("{} of {} cannot be made while it is merged", check.name(), pullRequest.ref(), e);
            return again("The required check \"" + check.name() + "\" could not be made; the log says more.");
        }
    }

    private List<Problem> judged(PlatformDefinition definition, PullRequest pullRequest) {
        String before = missing.describe();
        Proposal proposal = Proposal.of(git, pullRequest.ref().repository(), pullRequest.base(), pullRequest.head());
        List<Problem> problems = check.problems(definition, pullRequest, proposal);
        return problems.isEmpty() || missing.isSettledSince(before)
                ? problems
                : again("A repository elsewhere is being fetched for the first time.");
    }

    private static List<Problem> again(String why) {
        return List.of(Problem.of(why).next("Try again in a moment."));
    }
}
