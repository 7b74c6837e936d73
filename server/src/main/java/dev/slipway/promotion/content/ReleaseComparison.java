package dev.slipway.promotion.content;

import dev.slipway.git.Commit;
import dev.slipway.git.GitContent;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.promotion.PromotionContent.Commits;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells two Releases apart by their commits. */
@Component
public class ReleaseComparison {

    private final GitContent git;

    ReleaseComparison(GitContent git) {
        this.git = git;
    }

    /** What the first Release lacks of the second: all of it where there is no first, or one from another repository. */
    public MissingCommits missing(@Nullable Release from, Release of) {
        RepositoryRef repository = of.repository();
        CommitId known = from == null || !from.repository().equals(repository) ? null : from.commit();
        if (!isThere(repository, of.commit()) || (known != null && !isThere(repository, known))) {
            return MissingCommits.unreadable(repository);
        }
        List<Commit> found = git.log(repository, of.commit(), known, null, Commits.COUNTED + 1);
        List<Commit> newest = found.subList(0, Math.min(Commits.COUNTED, found.size()));
        return new MissingCommits(repository, newest, true, newest.size() == found.size());
    }

    private boolean isThere(RepositoryRef repository, CommitId commit) {
        return git.exists(repository) && git.commit(repository, commit).isPresent();
    }
}
