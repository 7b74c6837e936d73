package dev.slipway.gitops.parity;

import dev.slipway.gitops.parity.dependencies.Declaration;
import dev.slipway.gitops.parity.facts.Manifests;
import java.util.List;
import java.util.Set;

/** One environment of a service as Git has it. */
public sealed interface Side {

    String environment();

    /**
     * It renders.
     *
     * @param names hosts under which it is reached, and what its cluster is called: they differ because it is another environment
     */
    record Known(String environment, String namespace, Set<String> names, Manifests manifests, Declaration dependencies)
            implements Side {
        public Known {
            names = Set.copyOf(names);
        }
    }

    /** It renders, and stands at several places, such as regions: what runs there may differ. */
    record Several(String environment, List<Overlay> overlays) implements Side {
        public Several {
            overlays = List.copyOf(overlays);
        }
    }

    /** @param name of the Application that stands there; empty where there is but one */
    record Overlay(String name, Known side) {}

    /** It is not there, or does not render. */
    record Unknown(String environment, String reason) implements Side {}
}
