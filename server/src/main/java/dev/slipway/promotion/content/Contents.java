package dev.slipway.promotion.content;

import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Release;
import dev.slipway.platform.Platforms;
import dev.slipway.promotion.Promotion;
import dev.slipway.promotion.PromotionContent;
import dev.slipway.promotion.PromotionContent.Commits;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what a promotion changes: what Git says, or said right before its commit, against its Release. */
@Component
public class Contents {

    private final DesiredState desired;
    private final ReleaseComparison comparison;
    private final GitContent git;
    private final GitHost host;
    private final Platforms platforms;

    Contents(DesiredState desired, ReleaseComparison comparison, GitContent git, GitHost host, Platforms platforms) {
        this.desired = desired;
        this.comparison = comparison;
        this.git = git;
        this.host = host;
        this.platforms = platforms;
    }

    /** Empty for one that ended before anything was written: it changed nothing. */
    public Optional<PromotionContent> of(Promotion promotion) {
        if (promotion.commit() == null && promotion.state().ended()) {
            return Optional.empty();
        }
        Release release = promotion.release();
        Release over = over(promotion);
        MissingCommits brought = comparison.missing(over, release);
        return Optional.of(new PromotionContent(
                over,
                brought.listed(),
                over == null ? Commits.NONE : comparison.missing(release, over).listed(),
                host.accountsBehind(release.repository(), brought.ids()).stream()
                        .sorted()
                        .toList(),
                host.unattributed(release.repository(), brought.ids())));
    }

    private @Nullable Release over(Promotion promotion) {
        CommitId written = promotion.commit();
        Optional<DesiredApplication> before = written == null
                ? desired.find(promotion.service(), promotion.to())
                : before(written)
                        .flatMap(commit -> desired.at(commit).application(promotion.service(), promotion.to()));
        return before.map(DesiredApplication::release).orElse(null);
    }

    private Optional<CommitId> before(CommitId written) {
        return git.commit(platforms.current().repository(), written).stream()
                .flatMap(commit -> commit.parents().stream())
                .findFirst();
    }
}
