package dev.slipway.git.embedded;

import dev.slipway.git.GitContent;
import dev.slipway.git.content.RefWrites;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.PullRequestRef;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The refs of pull requests: {@code refs/pull/<n>/head} keeps its commits for good, also those of closed ones whose branch has gone;
 * {@code refs/pull/<n>/merge} is the commit that a merge under way puts on the target.
 */
@Component
class PullRequestRefs {

    private final RefWrites writes;
    private final GitContent git;

    PullRequestRefs(RefWrites writes, GitContent git) {
        this.writes = writes;
        this.git = git;
    }

    void keep(PullRequestRef ref, CommitId head) {
        writes.put(ref.repository(), name(ref, "head"), head);
    }

    /** Written before the target moves, so that a merge is found again when its bookkeeping is cut off. */
    void prepare(PullRequestRef ref, CommitId merge) {
        writes.put(ref.repository(), name(ref, "merge"), merge);
    }

    Optional<CommitId> prepared(PullRequestRef ref) {
        return git.resolve(ref.repository(), name(ref, "merge"));
    }

    void forget(PullRequestRef ref, CommitId merge) {
        writes.remove(ref.repository(), name(ref, "merge"), merge);
    }

    private static String name(PullRequestRef ref, String what) {
        return "refs/pull/" + ref.number() + "/" + what;
    }
}
