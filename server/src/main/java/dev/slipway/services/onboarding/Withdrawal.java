package dev.slipway.services.onboarding;

import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.PullRequest;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.platform.ServiceNames;
import dev.slipway.services.Onboarding;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes back what an onboarding made: open pull requests, the reserved name, and a repository that it brought, unless people
 * have begun to work with it because its proposal was open. Done again it changes nothing.
 */
@Component
class Withdrawal {

    private final OnboardingChanges changes;
    private final GitHost host;
    private final GitContent content;
    private final ServiceNames names;

    Withdrawal(OnboardingChanges changes, GitHost host, GitContent content, ServiceNames names) {
        this.changes = changes;
        this.host = host;
        this.content = content;
        this.names = names;
    }

    void takeBack(Onboarding onboarding) {
        Actor actor = OnboardingChanges.actor(onboarding);
        close(onboarding.serviceChange(), actor);
        close(onboarding.platformChange(), actor);
        if (isMerged(onboarding.platformChange())) {
            changes.takeBack(onboarding);
        }
        if (isBroughtForNothing(onboarding)) {
            host.delete(onboarding.repository(), actor);
        }
        names.release(onboarding.service());
    }

    private boolean isBroughtForNothing(Onboarding onboarding) {
        return onboarding.origin() != Onboarding.Origin.HERE
                && onboarding.serviceChange() == null
                && onboarding.platformChange() == null
                && (host.repository(onboarding.repository()).isPresent() || content.exists(onboarding.repository()));
    }

    private void close(@Nullable PullRequestRef ref, Actor actor) {
        pull(ref)
                .filter(pull -> pull.state() == PullRequest.State.OPEN)
                .ifPresent(pull -> host.close(pull.ref(), actor));
    }

    private boolean isMerged(@Nullable PullRequestRef ref) {
        return pull(ref)
                .filter(pull -> pull.state() == PullRequest.State.MERGED)
                .isPresent();
    }

    private Optional<PullRequest> pull(@Nullable PullRequestRef ref) {
        return Optional.ofNullable(ref).flatMap(host::pullRequest);
    }
}
