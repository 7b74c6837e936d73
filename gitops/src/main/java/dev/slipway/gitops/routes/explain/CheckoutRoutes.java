package dev.slipway.gitops.routes.explain;

import dev.slipway.gitops.checkout.Checkout;
import dev.slipway.gitops.placement.Landscape.Cluster;

/** The routes of a checkout of the platform repository: without a server, and without what is not at hand. */
public final class CheckoutRoutes {

    private CheckoutRoutes() {}

    /** @throws IllegalArgumentException when it is no platform repository, with what is missing */
    public static PlatformRoutes of(Checkout checkout) {
        if (checkout.repository().isEmpty()) {
            throw new IllegalArgumentException(
                    "\"bootstrap/root.yaml\" has no Application with spec.source.repoURL: this is no checkout of a platform repository.");
        }
        if (!checkout.tree().isFile("platform.yaml")) {
            throw new IllegalArgumentException("There is no \"platform.yaml\", which names the clusters.");
        }
        if (checkout.landscape().clusters().stream().noneMatch(Cluster::hub)) {
            throw new IllegalArgumentException("\"platform.yaml\" has no cluster with role: hub.");
        }
        return new PlatformRoutes(
                checkout.declared(),
                checkout.sources(),
                checkout.repository(),
                checkout.landscape().clusters());
    }
}
