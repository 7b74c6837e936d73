package dev.slipway.promotion.flow;

import dev.slipway.git.GitContent;
import dev.slipway.kernel.Release;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which of two Releases is newer: the history of their repository says it, not the clock of a build. */
@Component
class ReleaseOrder {

    private final GitContent git;

    ReleaseOrder(GitContent git) {
        this.git = git;
    }

    /** Whether the candidate may replace what is live: it is another Release, and not of an older commit. */
    boolean replaces(Release candidate, @Nullable Release live) {
        if (live == null) {
            return true;
        }
        if (candidate.equals(live)) {
            return false;
        }
        return candidate.commit().equals(live.commit())
                || !candidate.repository().equals(live.repository())
                || !git.isAncestor(candidate.repository(), candidate.commit(), live.commit());
    }
}
