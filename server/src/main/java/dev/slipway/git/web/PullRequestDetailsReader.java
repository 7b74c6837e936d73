package dev.slipway.git.web;

import dev.slipway.git.BranchProtection;
import dev.slipway.git.Commit;
import dev.slipway.git.CommitStatus;
import dev.slipway.git.FileDifference;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.Merge;
import dev.slipway.git.PullRequest;
import dev.slipway.git.RepositoryAccess;
import dev.slipway.git.difference.Comparisons;
import dev.slipway.identity.CurrentActor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.RepositoryRef;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers what a pull request's page shows. */
@Component
class PullRequestDetailsReader {

    private static final int MOST_COMMITS = 100;

    private final GitHost host;
    private final GitContent git;
    private final RepositoryAccess access;
    private final CurrentActor actor;

    PullRequestDetailsReader(GitHost host, GitContent git, RepositoryAccess access, CurrentActor actor) {
        this.host = host;
        this.git = git;
        this.access = access;
        this.actor = actor;
    }

    PullRequest found(RepositoryRef repository, int number) {
        if (number < 1) {
            throw Frames.missing("There is no pull request #" + number + " in " + repository + ".");
        }
        return host.pullRequest(new PullRequestRef(repository, number))
                .orElseThrow(() -> Frames.missing("There is no pull request #" + number + " in " + repository + "."));
    }

    PullRequestDetails of(PullRequest pull) {
        RepositoryRef repository = pull.ref().repository();
        List<Check> checks = checks(pull);
        List<String> conflicts = conflicts(pull);
        CommitId target = target(pull);
        return new PullRequestDetails(
                pull,
                commits(repository, target, pull.head()),
                Comparisons.of(differences(repository, target, pull.head())),
                checks,
                conflicts,
                pull.state() == PullRequest.State.OPEN ? host.obstacles(pull, actor.get()) : List.of(),
                host.approvals(pull),
                Talk.of(pull, host.comments(pull.ref()), host.reviews(pull.ref())),
                new Labels(host.labels(repository), pull.labels()),
                git.resolve(repository, "refs/heads/" + pull.sourceBranch()).isPresent(),
                may(pull));
    }

    private PullRequestDetails.May may(PullRequest pull) {
        RepositoryRef repository = pull.ref().repository();
        boolean review = access.mayPropose(actor.get(), repository);
        return new PullRequestDetails.May(
                access.mayMerge(actor.get(), repository),
                access.mayClose(actor.get(), pull),
                review,
                review
                        && pull.state() == PullRequest.State.OPEN
                        && !pull.author().equals(actor.get().account()));
    }

    /** What it is compared with: the target branch, before it was merged into it. */
    private CommitId target(PullRequest pull) {
        CommitId merge = pull.mergedAs();
        return merge == null
                ? pull.base()
                : git.commit(pull.ref().repository(), merge)
                        .filter(commit -> !commit.parents().isEmpty())
                        .map(commit -> commit.parents().getFirst())
                        .orElse(pull.base());
    }

    /** Nothing when the branch went long ago, and its commits with it. */
    List<Commit> commits(RepositoryRef repository, CommitId target, CommitId head) {
        return git.commit(repository, head).isEmpty()
                ? List.of()
                : git.log(repository, head, target, null, MOST_COMMITS);
    }

    List<FileDifference> differences(RepositoryRef repository, CommitId target, CommitId head) {
        return git.commit(repository, head).isEmpty()
                ? List.of()
                : git.differences(
                        repository, git.mergeBase(repository, target, head).orElse(null), head);
    }

    private List<Check> checks(PullRequest pull) {
        RepositoryRef repository = pull.ref().repository();
        Set<String> required = host.protection(repository, pull.targetBranch())
                .map(BranchProtection::requiredChecks)
                .orElse(Set.of());
        Map<String, CommitStatus> reported = host.statuses(repository, pull.head()).stream()
                .collect(Collectors.toMap(CommitStatus::context, Function.identity()));
        return Stream.concat(required.stream(), reported.keySet().stream())
                .distinct()
                .sorted()
                .map(context -> new Check(context, required.contains(context), reported.get(context)))
                .toList();
    }

    private List<String> conflicts(PullRequest pull) {
        if (pull.mergeability() != PullRequest.Mergeability.CONFLICTING) {
            return List.of();
        }
        return git.merge(pull.ref().repository(), pull.base(), pull.head()) instanceof Merge.Conflicting(var paths)
                ? paths
                : List.of();
    }
}
