package dev.slipway.promotion.gates;

import dev.slipway.git.Commit;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.RepositoryAccess;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.RepositoryRef;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who may not approve a promotion: who asked for it, and whoever pushed or opened a pull request for a commit between what is
 * live and the candidate, by account. Where nobody knows who pushed one, everybody who may push there might be its author.
 */
@Component
class Authors {

    private static final int MOST_COMMITS = 10_000;

    private final GitContent git;
    private final GitHost host;
    private final RepositoryAccess access;

    Authors(GitContent git, GitHost host, RepositoryAccess access) {
        this.git = git;
        this.host = host;
        this.access = access;
    }

    /** Why this account counts as an author; empty when it does not. */
    Optional<String> reason(GateQuestion question, String account) {
        return certain(question, account).or(() -> possible(question, account));
    }

    /** Why this account is known to be behind the promotion. */
    Optional<String> certain(GateQuestion question, String account) {
        if (question.promotion().requestedBy().equals(account)) {
            return Optional.of("\"" + account + "\" asked for this promotion.");
        }
        return host.accountsBehind(repository(question), commits(question)).contains(account)
                ? Optional.of("\"" + account + "\" is an author of what would be promoted.")
                : Optional.empty();
    }

    private Optional<String> possible(GateQuestion question, String account) {
        return unknown(question)
                .filter(_ -> access.mayPropose(new Actor.Person(account), repository(question)))
                .map(
                        unknown -> unknown + " \"" + account + "\" may push to " + repository(question)
                                + ", and may have. Ask somebody who may not push there, or a platform engineer to let the gate pass.");
    }

    /** What is not known about the authors, as a sentence; empty when all are known. */
    Optional<String> unknown(GateQuestion question) {
        List<CommitId> commits = commits(question);
        if (commits.size() > MOST_COMMITS) {
            return Optional.of(
                    "More than " + MOST_COMMITS + " commits would be promoted; not all their authors are known.");
        }
        List<CommitId> unattributed = host.unattributed(repository(question), commits);
        return unattributed.stream()
                .findFirst()
                .map(first -> "Nobody knows who pushed commit " + first.brief()
                        + (unattributed.size() == 1 ? "." : " and " + (unattributed.size() - 1) + " more."));
    }

    private static RepositoryRef repository(GateQuestion question) {
        return question.promotion().release().repository();
    }

    private List<CommitId> commits(GateQuestion question) {
        Release candidate = question.promotion().release();
        Release live = question.live();
        CommitId notFrom = live == null || !live.repository().equals(candidate.repository()) ? null : live.commit();
        return git.log(candidate.repository(), candidate.commit(), notFrom, null, MOST_COMMITS + 1).stream()
                .map(Commit::id)
                .toList();
    }
}
