package dev.slipway.promotion.flow;

import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.git.Commit;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.platform.Platforms;
import dev.slipway.promotion.Promotion;
import dev.slipway.promotion.PromotionContent;
import dev.slipway.promotion.PromotionContent.Commits;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what a promotion changes: what Git says, or said right before its commit, against its Release. */
@Component
class Contents {

    private final DesiredState desired;
    private final GitContent git;
    private final GitHost host;
    private final Platforms platforms;

    Contents(DesiredState desired, GitContent git, GitHost host, Platforms platforms) {
        this.desired = desired;
        this.git = git;
        this.host = host;
        this.platforms = platforms;
    }

    /** Empty for one that ended before anything was written: it changed nothing. */
    Optional<PromotionContent> of(Promotion promotion) {
        if (promotion.commit() == null && promotion.state().ended()) {
            return Optional.empty();
        }
        Release release = promotion.release();
        Release over = over(promotion);
        List<Commit> brought = between(over, release);
        List<CommitId> ids = brought.stream().map(Commit::id).toList();
        return Optional.of(new PromotionContent(
                over,
                listed(brought, isReadable(over, release)),
                over == null ? Commits.NONE : listed(between(release, over), isReadable(release, over)),
                host.accountsBehind(release.repository(), ids).stream().sorted().toList(),
                host.unattributed(release.repository(), ids)));
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

    private static Commits listed(List<Commit> commits, boolean readable) {
        return new Commits(commits.subList(0, Math.min(Commits.MOST, commits.size())), commits.size(), readable);
    }

    /** What the second Release has and the first lacks; all of it where they come from different repositories. */
    private List<Commit> between(@Nullable Release from, Release to) {
        return isReadable(from, to)
                ? git.log(to.repository(), to.commit(), known(from, to), null, Commits.COUNTED)
                : List.of();
    }

    private static @Nullable CommitId known(@Nullable Release from, Release to) {
        return from == null || !from.repository().equals(to.repository()) ? null : from.commit();
    }

    private boolean isReadable(@Nullable Release from, Release to) {
        CommitId known = known(from, to);
        return isThere(to.repository(), to.commit()) && (known == null || isThere(to.repository(), known));
    }

    private boolean isThere(RepositoryRef repository, CommitId commit) {
        return git.exists(repository) && git.commit(repository, commit).isPresent();
    }
}
