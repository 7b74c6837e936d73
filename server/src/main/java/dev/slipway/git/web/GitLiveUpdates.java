package dev.slipway.git.web;

import dev.slipway.git.PullRequestChanged;
import dev.slipway.git.RefsChanged;
import dev.slipway.ui.LiveUpdates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells open pages of pushes, and of what happens to pull requests. */
@Component
class GitLiveUpdates {

    private final LiveUpdates live;

    GitLiveUpdates(LiveUpdates live) {
        this.live = live;
    }

    @EventListener
    void on(RefsChanged event) {
        live.changed("repository/" + event.repository());
    }

    @EventListener
    void on(PullRequestChanged event) {
        live.changed("pull/" + event.pullRequest().repository() + "/"
                + event.pullRequest().number());
    }
}
