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
        Commits brought = between(over, release);
        Commits withdrawn = over == null ? Commits.NONE : between(release, over);
        List<CommitId> ids = brought.listed().stream().map(Commit::id).toList();
        return Optional.of(new PromotionContent(
                over,
                brought.listed(),
                withdrawn.listed(),
                brought.all() && withdrawn.all(),
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

    /** Some commits; whether these are all there are. */
    private record Commits(List<Commit> listed, boolean all) {
        static final Commits NONE = new Commits(List.of(), true);
    }

    /** What the second Release has and the first lacks; all of it where they come from different repositories. */
    private Commits between(@Nullable Release from, Release to) {
        RepositoryRef repository = to.repository();
        CommitId known = from == null || !from.repository().equals(repository) ? null : from.commit();
        if (!isThere(repository, to.commit()) || known != null && !isThere(repository, known)) {
            return new Commits(List.of(), false);
        }
        List<Commit> log = git.log(repository, to.commit(), known, null, PromotionContent.MOST + 1);
        return log.size() > PromotionContent.MOST
                ? new Commits(log.subList(0, PromotionContent.MOST), false)
                : new Commits(log, true);
    }

    private boolean isThere(RepositoryRef repository, CommitId commit) {
        return git.exists(repository) && git.commit(repository, commit).isPresent();
    }
}
