package dev.slipway.portal.service;

import dev.slipway.kernel.PullRequestRef;
import dev.slipway.services.EnvironmentAddition;
import dev.slipway.ui.Badge;
import dev.slipway.ui.Tone;
import org.jspecify.annotations.Nullable;

/**
 * An environment that a service is not declared in.
 *
 * @param addition the newest wish for it; null when nobody had one
 * @param mayAdd whether this viewer may ask for it now
 */
public record MissingEnvironment(String name, @Nullable EnvironmentAddition addition, boolean mayAdd) {

    public Badge badge() {
        return addition == null ? new Badge("Not here", Tone.QUIET, "circle-dashed") : Badge.of(addition.state());
    }

    /** Where the newest pull request for it is; null before there is one. */
    public @Nullable String pullRequestPath() {
        PullRequestRef pull = addition == null ? null : addition.pullRequest();
        return pull == null ? null : "/repositories/" + pull.repository() + "/pulls/" + pull.number();
    }
}
