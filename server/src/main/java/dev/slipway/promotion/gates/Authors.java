package dev.slipway.promotion.gates;

import dev.slipway.git.GitHost;
import dev.slipway.git.RepositoryAccess;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.promotion.PromotionContent.Commits;
import dev.slipway.promotion.content.MissingCommits;
import dev.slipway.promotion.content.ReleaseComparison;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who may not approve a promotion: who asked for it, and whoever pushed or opened a pull request for a commit between what is
 * live and the candidate, by account. Where nobody knows who pushed one, everybody who may push there might be its author.
 */
@Component
class Authors {

    private final ReleaseComparison comparison;
    private final GitHost host;
    private final RepositoryAccess access;

    Authors(ReleaseComparison comparison, GitHost host, RepositoryAccess access) {
        this.comparison = comparison;
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
        MissingCommits promoted = promoted(question);
        return host.accountsBehind(promoted.repository(), promoted.ids()).contains(account)
                ? Optional.of("\"" + account + "\" is an author of what would be promoted.")
                : Optional.empty();
    }

    private Optional<String> possible(GateQuestion question, String account) {
        MissingCommits promoted = promoted(question);
        if (!promoted.readable()) {
            return unknown(promoted).map(unknown -> unknown + " Ask a platform engineer to let the gate pass.");
        }
        return unknown(promoted)
                .filter(_ -> access.mayPropose(new Actor.Person(account), promoted.repository()))
                .map(
                        unknown -> unknown + " \"" + account + "\" may push to " + promoted.repository()
                                + ", and may have. Ask somebody who may not push there, or a platform engineer to let the gate pass.");
    }

    /** What is not known about the authors, and who can approve all the same, as sentences; empty when all are known. */
    Optional<String> unknown(GateQuestion question) {
        MissingCommits promoted = promoted(question);
        return unknown(promoted)
                .map(unknown -> unknown
                        + (promoted.readable()
                                ? " Only who may not push there can approve."
                                : " A platform engineer may let the gate pass."));
    }

    private Optional<String> unknown(MissingCommits promoted) {
        if (!promoted.readable()) {
            return Optional.of("The commits of " + promoted.repository()
                    + " that would be promoted cannot be read any more; their authors are not known.");
        }
        if (!promoted.complete()) {
            return Optional.of(
                    "More than " + Commits.COUNTED + " commits would be promoted; not all their authors are known.");
        }
        List<CommitId> unattributed = host.unattributed(promoted.repository(), promoted.ids());
        return unattributed.stream()
                .findFirst()
                .map(first -> "Nobody knows who pushed commit " + first.brief()
                        + (unattributed.size() == 1 ? "." : " and " + (unattributed.size() - 1) + " more."));
    }

    private MissingCommits promoted(GateQuestion question) {
        return comparison.missing(question.live(), question.promotion().release());
    }
}
