package dev.slipway.gitops.routes;

import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.List;

/** The routing of one cluster, ready to be asked. */
final class CompiledCluster {

    final String name;
    final Route.Hop gateway;
    final GatewayServers servers = new GatewayServers();
    final VirtualServices virtualServices;
    final Destinations destinations;
    private boolean hasGateway;

    CompiledCluster(RouteCluster cluster) {
        name = cluster.name();
        int slash = cluster.gateway().indexOf('/');
        gateway = new Route.Hop(
                name,
                "Gateway",
                cluster.gateway().substring(0, Math.max(slash, 0)),
                cluster.gateway().substring(slash + 1),
                "");
        destinations = new Destinations(name);
        List<Resource> routes = new ArrayList<>();
        cluster.objects().forEach(object -> take(object, cluster.gateway(), routes));
        virtualServices = new VirtualServices(name, cluster.gateway(), servers, routes);
    }

    private void take(Resource object, String entrance, List<Resource> routes) {
        switch (object.group() + "/" + object.kind()) {
            case "networking.istio.io/Gateway" -> {
                if (entrance.equals(object.namespace() + "/" + object.name())) {
                    hasGateway = true;
                    servers.add(object);
                }
            }
            case "networking.istio.io/VirtualService" -> routes.add(object);
            case "networking.istio.io/ServiceEntry" -> destinations.serviceEntry(object);
            case "networking.istio.io/DestinationRule" -> destinations.destinationRule(object);
            case "/Service" -> destinations.service(object);
            default -> {}
        }
    }

    boolean hasGateway() {
        return hasGateway;
    }

    List<RouteProblem> problems() {
        List<RouteProblem> problems = new ArrayList<>(virtualServices.problems());
        problems.addAll(destinations.problems());
        return problems;
    }
}
