package dev.slipway.promotion;

import dev.slipway.git.Commit;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Release;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a promotion changes in its environment, commit by commit: what somebody who approves it decides about.
 *
 * @param over the Release whose place it takes, or took; null where nothing was released
 * @param brought the commits of its Release that the one before lacks, newest first, at most {@value #MOST}
 * @param withdrawn the commits of the one before that its Release lacks, newest first, at most {@value #MOST}: what a rollback
 *     takes back
 * @param complete false when not all commits of both are listed, because there are more or they cannot be read any more
 * @param accounts who pushed or proposed what is brought, sorted; where authors are excluded, their approvals do not count
 * @param unattributed those of the brought commits of which nobody knows who pushed them
 */
public record PromotionContent(
        @Nullable Release over,
        List<Commit> brought,
        List<Commit> withdrawn,
        boolean complete,
        List<String> accounts,
        List<CommitId> unattributed) {

    /** How many commits are listed on each side. */
    public static final int MOST = 100;

    /** Whether both Releases come from one repository, so that they can be compared there. */
    public boolean comparableWith(Release release) {
        return over != null
                && over.repository().equals(release.repository())
                && !over.commit().equals(release.commit());
    }

    /** The id of the Release before, or {@code nothing}. */
    public String overId() {
        return over == null ? Promotion.NOTHING : over.id();
    }
}
