package dev.slipway.git.embedded;

import dev.slipway.audit.Audit;
import dev.slipway.git.Commit;
import dev.slipway.git.GitContent;
import dev.slipway.git.PullRequest;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.RepositoryRef;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down that a pull request was merged: its state, who is behind the commit, the audit. */
@Component
class MergeRecord {

    private static final int MOST_COMMITS = 10_000;

    private final PullRequestTable pulls;
    private final PushTable pushes;
    private final PullRequestRefs refs;
    private final GitContent git;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MergeRecord(
            PullRequestTable pulls,
            PushTable pushes,
            PullRequestRefs refs,
            GitContent git,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.pulls = pulls;
        this.pushes = pushes;
        this.refs = refs;
        this.git = git;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Of a merge that was found: its committer did it. */
    void write(PullRequestTable.Row row, CommitId head, CommitId merge) {
        String account = git.commit(row.ref().repository(), merge)
                .map(commit -> commit.committer().name())
                .orElse(Actor.SLIPWAY);
        write(row.ref(), row.base(), head, merge, Actor.onBehalfOf("git", new Actor.Person(account)));
    }

    /** @param base where the target stood before */
    void write(PullRequestRef ref, CommitId base, CommitId head, CommitId merge, Actor actor) {
        RepositoryRef repository = ref.repository();
        refs.keep(ref, head);
        List<CommitId> brought = git.log(repository, head, base, null, MOST_COMMITS).stream()
                .map(Commit::id)
                .toList();
        transaction.executeWithoutResult(_ -> {
            if (pulls.end(ref, PullRequest.State.MERGED, merge, clock.instant())) {
                pushes.accounts(repository, brought)
                        .forEach(account -> pushes.record(repository, List.of(merge), account, clock.instant()));
                pushes.record(repository, List.of(merge), actor.account(), clock.instant());
                if (brought.size() == MOST_COMMITS
                        || !pushes.unattributed(repository, brought).isEmpty()) {
                    pushes.record(repository, List.of(merge), PushTable.SOMEBODY, clock.instant());
                }
                audit.record(actor, "pull-request.merged", "pull-request:" + ref, Map.of("commit", merge.value()));
            }
        });
        refs.forget(ref, merge);
    }
}
