package dev.slipway.gitops.validation;

import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.placement.Landscape;

/** Names the cluster that an Application goes to. */
record Clusters(Landscape landscape) {

    String of(RenderedApplication application) {
        return landscape.cluster(application.application().cluster());
    }
}
