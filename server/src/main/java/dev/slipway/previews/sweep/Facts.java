package dev.slipway.previews.sweep;

import dev.slipway.git.PullRequest;
import dev.slipway.git.RepositoryAccess;
import dev.slipway.kernel.Actor;
import dev.slipway.previews.Preview;
import dev.slipway.previews.plan.PullRequestFacts;
import dev.slipway.previews.store.PreviewRow;
import dev.slipway.previews.store.PreviewStore;
import org.springframework.stereotype.Component;

/** Puts together what is known of a pull request now. */
@Component
class Facts {

    private final BuildFacts builds;
    private final Overlays overlays;
    private final RepositoryAccess access;
    private final PreviewStore store;

    Facts(BuildFacts builds, Overlays overlays, RepositoryAccess access, PreviewStore store) {
        this.builds = builds;
        this.overlays = overlays;
        this.access = access;
        this.store = store;
    }

    PullRequestFacts of(OpenPullRequests.Open open, PreviewRow row) {
        PullRequest pull = open.pull();
        Preview preview = row.preview();
        return new PullRequestFacts(
                pull.ref(),
                open.service().name(),
                open.service().team(),
                pull.head(),
                pull.openedAt(),
                preview.activeAt(),
                isTrusted(pull),
                isApproved(pull),
                preview.kept(),
                row.ended(),
                builds.of(pull.ref().repository(), pull.head()),
                overlays.of(pull.ref().repository(), pull.head(), open.service().name())
                        .fact(),
                preview.release());
    }

    /** By word on the preview itself, or by a maintainer's review of this very commit. */
    private boolean isApproved(PullRequest pull) {
        return store.approved(pull.ref(), pull.head())
                || pull.approvals().stream()
                        .anyMatch(review -> access.mayMerge(
                                new Actor.Person(review.author()), pull.ref().repository()));
    }

    private boolean isTrusted(PullRequest pull) {
        return pull.author().equals(Actor.SLIPWAY)
                || access.mayPropose(new Actor.Person(pull.author()), pull.ref().repository());
    }
}
