package dev.slipway.promotion;

import dev.slipway.git.Commit;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Release;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a promotion changes in its environment, commit by commit: what somebody who approves it decides about.
 *
 * @param over the Release whose place it takes, or took; null where nothing was released
 * @param brought the commits of its Release that the one before lacks
 * @param withdrawn the commits of the one before that its Release lacks: what a rollback takes back
 * @param accounts who pushed or proposed what is brought, sorted; where authors are excluded, their approvals do not count
 * @param unattributed those of the brought commits of which nobody knows who pushed them
 */
public record PromotionContent(
        @Nullable Release over,
        Commits brought,
        Commits withdrawn,
        List<String> accounts,
        List<CommitId> unattributed) {

    /**
     * The commits that one Release has and another lacks.
     *
     * @param newest first; at most {@value #MOST}
     * @param total how many there are; {@value #COUNTED} for as many and more
     * @param readable false when they cannot be read any more, of a repository that is gone for example
     */
    public record Commits(List<Commit> newest, int total, boolean readable) {

        /** How many are listed. */
        public static final int MOST = 100;

        /** How many are counted, and asked for their authors. */
        public static final int COUNTED = 10_000;

        public static final Commits NONE = new Commits(List.of(), 0, true);
    }

    /** Whether all commits are listed. */
    public boolean complete() {
        return Stream.of(brought, withdrawn)
                .allMatch(
                        each -> each.readable() && each.total() == each.newest().size());
    }

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
