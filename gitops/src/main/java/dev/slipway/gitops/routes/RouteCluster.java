package dev.slipway.gitops.routes;

import dev.slipway.kustomize.Resource;
import java.util.List;

/**
 * A cluster as far as routing goes.
 *
 * @param network the address of its gateway, seen from other clusters; empty for none
 * @param gateway {@code namespace/name} of the Gateway where requests enter
 * @param objects everything that should be in it; other kinds are ignored
 */
public record RouteCluster(String name, String network, String gateway, List<Resource> objects) {

    public RouteCluster {
        objects = List.copyOf(objects);
    }
}
