package dev.slipway.git.embedded;

import dev.slipway.git.Commit;
import dev.slipway.git.GitContent;
import dev.slipway.git.PullRequest;
import dev.slipway.git.Review;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Pull requests as their branches are now. Git is the truth: a head that moved, a branch that went, or a merge whose bookkeeping a
 * crash cut off, is found here and written down.
 */
@Component
class PullRequestView {

    private static final int FARTHEST_MERGE = 500;
    private static final String HEADS = "refs/heads/";

    private final GitContent git;
    private final PullRequestTable table;
    private final LabelTable labels;
    private final ReviewTable reviews;
    private final PullRequestRefs refs;
    private final MergeRecord merges;
    private final Mergeabilities mergeabilities;
    private final Clock clock;

    PullRequestView(
            GitContent git,
            PullRequestTable table,
            LabelTable labels,
            ReviewTable reviews,
            PullRequestRefs refs,
            MergeRecord merges,
            Mergeabilities mergeabilities,
            Clock clock) {
        this.git = git;
        this.table = table;
        this.labels = labels;
        this.reviews = reviews;
        this.refs = refs;
        this.merges = merges;
        this.mergeabilities = mergeabilities;
        this.clock = clock;
    }

    PullRequest of(PullRequestTable.Row row) {
        return few(List.of(row)).getFirst();
    }

    /** With their mergeability. */
    List<PullRequest> few(List<PullRequestTable.Row> rows) {
        return view(rows, (repository, branch) -> git.resolve(repository, HEADS + branch), mergeabilities::of);
    }

    /** Of one repository, with the mergeability of those that were looked at alone. */
    List<PullRequest> many(List<PullRequestTable.Row> rows) {
        if (rows.stream().noneMatch(row -> row.state() == PullRequest.State.OPEN)) {
            return few(rows);
        }
        Map<String, CommitId> branches = git.refs(rows.getFirst().ref().repository());
        return view(rows, (_, branch) -> Optional.ofNullable(branches.get(HEADS + branch)), mergeabilities::remembered);
    }

    private List<PullRequest> view(
            List<PullRequestTable.Row> rows, Branches branches, Mergeabilities.Source mergeability) {
        if (rows.isEmpty()) {
            return List.of();
        }
        RepositoryRef repository = rows.getFirst().ref().repository();
        List<Integer> numbers = rows.stream().map(row -> row.ref().number()).toList();
        Map<Integer, List<String>> names = labels.of(repository, numbers);
        Map<Integer, List<Review>> verdicts = reviews.standing(repository, numbers);
        return rows.stream()
                .map(row -> current(row, branches))
                .map(row -> pullRequest(
                        row,
                        mergeability,
                        names.getOrDefault(row.ref().number(), List.of()),
                        verdicts.getOrDefault(row.ref().number(), List.of())))
                .toList();
    }

    /** Where a branch ends. */
    private interface Branches {
        Optional<CommitId> head(RepositoryRef repository, String branch);
    }

    private PullRequestTable.Row current(PullRequestTable.Row row, Branches branches) {
        if (row.state() != PullRequest.State.OPEN) {
            return row;
        }
        RepositoryRef repository = row.ref().repository();
        Optional<CommitId> source = branches.head(repository, row.sourceBranch());
        CommitId head = source.orElse(row.head());
        CommitId base = branches.head(repository, row.targetBranch()).orElse(row.base());
        if (source.isPresent() && head.equals(row.head()) && base.equals(row.base())) {
            return row;
        }
        Optional<CommitId> merge = mergeOf(row, head, base);
        if (merge.isPresent()) {
            merges.write(row, head, merge.get());
        } else {
            refs.keep(row.ref(), head);
            table.moved(row.ref(), head, base, head.equals(row.head()) ? row.updatedAt() : clock.instant());
        }
        if (merge.isEmpty() && source.isEmpty()) {
            table.end(row.ref(), PullRequest.State.CLOSED, null, clock.instant());
        }
        return table.find(row.ref()).orElseThrow();
    }

    /** The one that was prepared, or the merge commit since the last known base that has the head as its second parent. */
    private Optional<CommitId> mergeOf(PullRequestTable.Row row, CommitId head, CommitId tip) {
        RepositoryRef repository = row.ref().repository();
        Optional<CommitId> prepared = refs.prepared(row.ref()).filter(merge -> git.isAncestor(repository, merge, tip));
        if (prepared.isPresent() || !git.isAncestor(repository, head, tip)) {
            return prepared;
        }
        return git.log(repository, tip, row.base(), null, FARTHEST_MERGE).stream()
                .filter(commit -> commit.parents().size() == 2
                        && commit.parents().getLast().equals(head))
                .map(Commit::id)
                .findFirst();
    }

    private static PullRequest pullRequest(
            PullRequestTable.Row row, Mergeabilities.Source mergeability, List<String> labels, List<Review> reviews) {
        return new PullRequest(
                row.ref(),
                row.title(),
                row.body(),
                row.author(),
                row.sourceBranch(),
                row.targetBranch(),
                row.head(),
                row.base(),
                row.state(),
                row.draft(),
                row.state() == PullRequest.State.OPEN
                        ? mergeability.of(row.ref().repository(), row.head(), row.base())
                        : PullRequest.Mergeability.EMPTY,
                labels,
                reviews,
                row.mergedAs(),
                row.openedAt(),
                row.updatedAt());
    }
}
