package dev.slipway.promotion.web;

import dev.slipway.git.Commit;
import dev.slipway.kernel.CommitId;
import dev.slipway.promotion.PromotionContent;
import dev.slipway.promotion.web.PromotionBody.ReleaseBody;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a promotion changes, as JSON; newest commits first. */
record ContentBody(
        @Schema(description = "The Release whose place it takes, or took; null where nothing was released.") @Nullable
        ReleaseBody over,

        @Schema(description = "The commits that come with its Release, at most " + PromotionContent.Commits.MOST + ".")
        List<CommitBody> brought,

        @Schema(description = "The commits that it takes back, at most " + PromotionContent.Commits.MOST + ".")
        List<CommitBody> withdrawn,

        @Schema(
                description = "How many commits come with its Release; " + PromotionContent.Commits.COUNTED
                        + " for as many and more.")
        int broughtTotal,

        @Schema(description = "How many commits it takes back.")
        int withdrawnTotal,

        @Schema(description = "False when not all commits are listed.")
        boolean complete,

        @Schema(description = "The accounts that pushed or proposed what it brings, whether listed or not.")
        List<String> accounts,

        @Schema(description = "The commits that it brings of which nobody knows who pushed them.")
        List<String> unattributed) {

    /** A commit as JSON; the author is who Git says, which anybody may write there. */
    record CommitBody(String id, String subject, String author, Instant committedAt) {
        static CommitBody of(Commit commit) {
            return new CommitBody(
                    commit.id().value(), commit.subject(), commit.author().name(), commit.committedAt());
        }
    }

    static ContentBody of(PromotionContent content) {
        return new ContentBody(
                content.over() == null ? null : ReleaseBody.of(content.over()),
                content.brought().newest().stream().map(CommitBody::of).toList(),
                content.withdrawn().newest().stream().map(CommitBody::of).toList(),
                content.brought().total(),
                content.withdrawn().total(),
                content.complete(),
                content.accounts(),
                content.unattributed().stream().map(CommitId::value).toList());
    }
}
