package dev.slipway.platform.upkeep;

import dev.slipway.changes.ChangeRequest;
import dev.slipway.changes.WritePolicy;
import dev.slipway.platform.Platforms;
import org.springframework.stereotype.Component;

/** Slipway writes to the platform repository directly unless the definition says otherwise; to services' repositories by pull request. */
@Component
class DefinitionPolicy implements WritePolicy {

    private final Platforms platforms;

    DefinitionPolicy(Platforms platforms) {
        this.platforms = platforms;
    }

    @Override
    public Decision decide(ChangeRequest request) {
        return platforms
                .find()
                .filter(definition -> definition.repository().equals(request.repository()))
                .<Decision>map(definition -> request.environment() != null
                                && definition.byPullRequest().contains(request.environment())
                        ? new Decision.ByPullRequest()
                        : new Decision.Direct())
                .orElseGet(Decision.ByPullRequest::new);
    }
}
