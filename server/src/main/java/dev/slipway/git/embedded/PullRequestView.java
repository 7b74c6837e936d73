package dev.slipway.git.embedded;

import dev.slipway.git.Commit;
import dev.slipway.git.GitContent;
import dev.slipway.git.Merge;
import dev.slipway.git.PullRequest;
import dev.slipway.git.PullRequest.Mergeability;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A pull request as its branches are now. Git is the truth: a head that moved, or a merge whose bookkeeping a crash cut off,
 * is found here and written down.
 */
@Component
class PullRequestView {

    private static final int MOST_REMEMBERED = 1000;
    private static final int FARTHEST_MERGE = 500;

    private final GitContent git;
    private final PullRequestTable table;
    private final Clock clock;
    private final Map<String, Mergeability> known = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Mergeability> eldest) {
            return size() > MOST_REMEMBERED;
        }
    });

    PullRequestView(GitContent git, PullRequestTable table, Clock clock) {
        this.git = git;
        this.table = table;
        this.clock = clock;
    }

    PullRequest of(PullRequestTable.Row row) {
        return row.state() == PullRequest.State.OPEN
                ? open(row)
                : view(row, row.head(), row.base(), Mergeability.EMPTY);
    }

    private PullRequest open(PullRequestTable.Row row) {
        RepositoryRef repository = row.ref().repository();
        CommitId head =
                git.resolve(repository, "refs/heads/" + row.sourceBranch()).orElse(row.head());
        CommitId base =
                git.resolve(repository, "refs/heads/" + row.targetBranch()).orElse(row.base());
        if (!head.equals(row.head()) || !base.equals(row.base())) {
            Optional<CommitId> merge = mergeOf(repository, head, base, row.base());
            if (merge.isPresent()) {
                table.end(row.ref(), PullRequest.State.MERGED, merge.get(), clock.instant());
                return of(table.find(row.ref()).orElseThrow());
            }
            table.moved(row.ref(), head, base, head.equals(row.head()) ? row.updatedAt() : clock.instant());
        }
        return view(row, head, base, mergeability(repository, head, base));
    }

    /** The merge commit between the last known base and the target's tip that has the head as its second parent. */
    private Optional<CommitId> mergeOf(RepositoryRef repository, CommitId head, CommitId tip, CommitId lastKnown) {
        if (!git.isAncestor(repository, head, tip)) {
            return Optional.empty();
        }
        return git.log(repository, tip, lastKnown, null, FARTHEST_MERGE).stream()
                .filter(commit -> commit.parents().size() == 2
                        && commit.parents().getLast().equals(head))
                .map(Commit::id)
                .findFirst();
    }

    private Mergeability mergeability(RepositoryRef repository, CommitId head, CommitId base) {
        String key = repository + " " + head + " " + base;
        Mergeability remembered = known.get(key);
        if (remembered == null) {
            remembered = compute(repository, head, base);
            known.put(key, remembered);
        }
        return remembered;
    }

    private Mergeability compute(RepositoryRef repository, CommitId head, CommitId base) {
        if (git.isAncestor(repository, head, base)) {
            return Mergeability.EMPTY;
        }
        return git.mergeBase(repository, base, head)
                .map(common -> git.merge(repository, common, base, head))
                .map(merge -> switch (merge) {
                    case Merge.Clean _ -> Mergeability.CLEAN;
                    case Merge.Conflicting _ -> Mergeability.CONFLICTING;
                })
                .orElse(Mergeability.CONFLICTING);
    }

    private static PullRequest view(PullRequestTable.Row row, CommitId head, CommitId base, Mergeability mergeability) {
        return new PullRequest(
                row.ref(),
                row.title(),
                row.body(),
                row.author(),
                row.sourceBranch(),
                row.targetBranch(),
                head,
                base,
                row.state(),
                mergeability,
                row.mergedAs(),
                row.openedAt(),
                row.updatedAt());
    }
}
