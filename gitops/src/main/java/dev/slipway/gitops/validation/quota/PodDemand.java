package dev.slipway.gitops.validation.quota;

import dev.slipway.gitops.validation.inventory.Container;
import dev.slipway.gitops.validation.inventory.Container.Kind;
import dev.slipway.gitops.validation.inventory.Workload;
import dev.slipway.kustomize.document.Values;

/**
 * What one pod counts for.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#resource-sharing-within-containers">how the
 *     containers of a pod add up</a>
 */
final class PodDemand {

    private PodDemand() {}

    static Amounts of(Workload workload, Amounts defaults) {
        Amounts sidecars = Amounts.NONE;
        Amounts start = Amounts.NONE;
        Amounts run = Amounts.NONE;
        for (Container container : workload.containers()) {
            Amounts own = of(container, defaults);
            switch (container.kind()) {
                case INIT -> start = start.max(own.plus(sidecars));
                case SIDECAR -> {
                    sidecars = sidecars.plus(own);
                    start = start.max(sidecars);
                }
                case MAIN -> run = run.plus(own);
                case EPHEMERAL -> {}
            }
        }
        Amounts ofThePod = Amounts.of(workload.spec().get("resources"));
        return ofThePod.or(run.plus(sidecars).max(start)).plus(overhead(workload));
    }

    static Amounts of(Container container, Amounts defaults) {
        return container.kind() == Kind.EPHEMERAL
                ? Amounts.NONE
                : Amounts.of(container.at("resources")).or(defaults);
    }

    private static Amounts overhead(Workload workload) {
        Object overhead = Values.at(workload.spec(), "overhead");
        return overhead == null ? Amounts.NONE : Amounts.of(java.util.Map.of("requests", overhead, "limits", overhead));
    }
}
