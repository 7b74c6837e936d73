package dev.slipway.desiredstate.impact;

import dev.slipway.desiredstate.check.Proposal;
import dev.slipway.desiredstate.check.PullRequestCheck;
import dev.slipway.desiredstate.check.Verdict;
import dev.slipway.git.CommitStatus;
import dev.slipway.git.PullRequest;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.ui.PortalAddress;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says what a pull request does. It judges nothing, so it fails only where nothing can be compared. */
@Component
@Order(3)
class ImpactCheck implements PullRequestCheck {

    private final ImpactStore store;
    private final ImpactComputation computation;
    private final PortalAddress portal;

    ImpactCheck(ImpactStore store, ImpactComputation computation, PortalAddress portal) {
        this.store = store;
        this.computation = computation;
        this.portal = portal;
    }

    @Override
    public String name() {
        return "slipway/impact";
    }

    @Override
    public Verdict judge(PlatformDefinition definition, PullRequest pullRequest, Proposal proposal) {
        Comparison comparison = Comparison.of(pullRequest);
        StoredImpact impact = store.find(comparison)
                .filter(StoredImpact::isWhole)
                .orElseGet(() -> computation.make(definition, comparison, proposal));
        String page = "/desired-state/impact/" + pullRequest.ref().number();
        return new Verdict(
                impact.report() == null ? CommitStatus.State.ERROR : CommitStatus.State.SUCCESS,
                ImpactComment.summary(impact),
                page,
                ImpactComment.of(portal.link(page), impact),
                true,
                impact.isWhole());
    }
}
