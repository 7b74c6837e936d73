package dev.slipway.git.web;

import dev.slipway.git.Comment;
import dev.slipway.git.Commit;
import dev.slipway.git.PullRequest;
import dev.slipway.git.difference.Comparison;
import dev.slipway.kernel.Problem;
import java.util.List;

/**
 * Everything that a pull request's page shows.
 *
 * @param commits what it brings, newest first
 * @param conflicts the paths that were changed on both sides
 * @param obstacles why it cannot be merged now; empty when it can
 */
public record PullRequestDetails(
        PullRequest pull,
        List<Commit> commits,
        Comparison comparison,
        List<Check> checks,
        List<String> conflicts,
        List<Problem> obstacles,
        List<Comment> comments,
        boolean mayMerge,
        boolean mayClose) {

    public boolean open() {
        return pull.state() == PullRequest.State.OPEN;
    }

    public boolean mergeable() {
        return open() && obstacles.isEmpty();
    }

    public String path() {
        return Links.repository(pull.ref().repository()) + "/pulls/"
                + pull.ref().number();
    }

    public String topic() {
        return "pull/" + pull.ref().repository() + "/" + pull.ref().number();
    }
}
