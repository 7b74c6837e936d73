package dev.slipway.promotion.content;

import dev.slipway.git.Commit;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.promotion.PromotionContent.Commits;
import java.util.List;

/**
 * The commits that one Release lacks of another.
 *
 * @param repository where they are
 * @param newest first; at most {@link Commits#COUNTED}
 * @param readable false when they cannot be read any more, of a repository that is gone for example
 * @param complete false when there are more, or when they cannot be read
 */
public record MissingCommits(RepositoryRef repository, List<Commit> newest, boolean readable, boolean complete) {

    static MissingCommits unreadable(RepositoryRef repository) {
        return new MissingCommits(repository, List.of(), false, false);
    }

    public List<CommitId> ids() {
        return newest.stream().map(Commit::id).toList();
    }

    Commits listed() {
        return new Commits(newest.subList(0, Math.min(Commits.MOST, newest.size())), newest.size(), readable);
    }
}
