package dev.slipway.git;

import dev.slipway.kernel.CommitId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commits for one branch.
 *
 * @param branch short name, for example {@code main}
 * @param expected the head that the branch must have; null when the branch must not exist
 * @param base what the first commit stands on: normally the expected head; another commit lets the branch begin there anew;
 *     null for a root commit
 */
public record BranchUpdate(
        String branch,
        @Nullable CommitId expected,
        @Nullable CommitId base,
        List<NewCommit> commits) {

    public BranchUpdate {
        commits = List.copyOf(commits);
    }

    /** Commits on top of the branch's head. */
    public static BranchUpdate onto(String branch, CommitId head, List<NewCommit> commits) {
        return new BranchUpdate(branch, head, head, commits);
    }
}
