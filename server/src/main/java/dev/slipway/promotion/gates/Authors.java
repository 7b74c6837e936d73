package dev.slipway.promotion.gates;

import dev.slipway.git.Commit;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Release;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who may not approve a promotion: who asked for it, and whoever pushed or opened a pull request for a commit between what is
 * live and the candidate, by account.
 */
@Component
class Authors {

    private static final int MOST_COMMITS = 1000;

    private final GitContent git;
    private final GitHost host;

    Authors(GitContent git, GitHost host) {
        this.git = git;
        this.host = host;
    }

    /** Why this account counts as an author; empty when it does not. */
    Optional<String> reason(GateQuestion question, String account) {
        if (question.promotion().requestedBy().equals(account)) {
            return Optional.of("\"" + account + "\" asked for this promotion.");
        }
        Release candidate = question.promotion().release();
        Release live = question.live();
        CommitId notFrom = live == null || !live.repository().equals(candidate.repository()) ? null : live.commit();
        List<CommitId> commits =
                git.log(candidate.repository(), candidate.commit(), notFrom, null, MOST_COMMITS).stream()
                        .map(Commit::id)
                        .toList();
        return host.accountsBehind(candidate.repository(), commits).contains(account)
                ? Optional.of("\"" + account + "\" is an author of what would be promoted.")
                : Optional.empty();
    }
}
