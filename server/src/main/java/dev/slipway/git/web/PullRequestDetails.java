package dev.slipway.git.web;

import dev.slipway.git.ApprovalState;
import dev.slipway.git.Commit;
import dev.slipway.git.MergeObstacle;
import dev.slipway.git.PullRequest;
import dev.slipway.git.difference.Comparison;
import java.util.List;

/**
 * Everything that a pull request's page shows.
 *
 * @param commits what it brings, newest first
 * @param conflicts the paths that were changed on both sides
 * @param obstacles why the viewer cannot merge it now; empty when it can be merged
 * @param talk comments and reviews, oldest first
 * @param branchThere whether the source branch still is
 */
public record PullRequestDetails(
        PullRequest pull,
        List<Commit> commits,
        Comparison comparison,
        List<Check> checks,
        List<String> conflicts,
        List<MergeObstacle> obstacles,
        ApprovalState approvals,
        List<Talk> talk,
        Labels labels,
        boolean branchThere,
        May may) {

    /** What the viewer may do with it. */
    public record May(boolean merge, boolean close, boolean review, boolean decide) {}

    public boolean open() {
        return pull.state() == PullRequest.State.OPEN;
    }

    public boolean mergeable() {
        return open() && obstacles.isEmpty();
    }

    public boolean asksForApprovals() {
        return approvals.rule().approvals() > 0 || approvals.rule().codeOwners();
    }

    public String path() {
        return Links.repository(pull.ref().repository()) + "/pulls/"
                + pull.ref().number();
    }

    public String topic() {
        return "pull/" + pull.ref().repository() + "/" + pull.ref().number();
    }
}
