package dev.slipway.portal.web;

import dev.slipway.builds.BuildFinished;
import dev.slipway.builds.Builds;
import dev.slipway.delivery.LiveStateChanged;
import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.desiredstate.DesiredStateChanged;
import dev.slipway.desiredstate.ParityChanged;
import dev.slipway.git.PullRequestChanged;
import dev.slipway.platform.ServicesChanged;
import dev.slipway.ui.LiveUpdates;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the pages of services that something below them moved. */
@Component
class PortalLiveUpdates {

    private final LiveUpdates live;
    private final DesiredState desired;
    private final Builds builds;

    PortalLiveUpdates(LiveUpdates live, DesiredState desired, Builds builds) {
        this.live = live;
        this.desired = desired;
        this.builds = builds;
    }

    @EventListener
    void on(LiveStateChanged event) {
        Set<String> changed = event.applications();
        desired.current().map(Desired::applications).orElse(List.of()).stream()
                .filter(each -> each.service() != null && changed.contains(each.name()))
                .map(DesiredApplication::service)
                .map(String::valueOf)
                .distinct()
                .forEach(this::changed);
    }

    @EventListener({DesiredStateChanged.class, ServicesChanged.class})
    void everything() {
        live.changed("services");
    }

    @EventListener(ParityChanged.class)
    void parity() {
        live.changed("parity");
    }

    @EventListener
    void on(BuildFinished event) {
        builds.find(event.id()).ifPresent(build -> changed(build.repository().name()));
    }

    @EventListener
    void on(PullRequestChanged event) {
        changed(event.pullRequest().repository().name());
    }

    /** A repository is called as its service. */
    private void changed(String service) {
        live.changed("service/" + service);
    }
}
