package dev.slipway.traffic.gateway;

import dev.slipway.desiredstate.Desired;
import dev.slipway.gitops.routes.Passage;
import dev.slipway.gitops.routes.Route;
import dev.slipway.gitops.routes.RouteCluster;
import dev.slipway.gitops.routes.RouteTable;
import dev.slipway.kernel.ClusterName;
import dev.slipway.kustomize.Resource;
import dev.slipway.platform.Cluster;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The routes that a desired state holds, entered at the hub. */
final class DesiredRoutes implements Routes {

    private final RouteTable table;
    private final String hub;

    DesiredRoutes(Desired desired, List<Cluster> clusters) {
        hub = clusters.stream()
                .filter(Cluster::hub)
                .map(cluster -> cluster.name().value())
                .findFirst()
                .orElse("");
        table = RouteTable.of(
                clusters.stream().map(cluster -> cluster(desired, cluster)).toList());
    }

    private static RouteCluster cluster(Desired desired, Cluster cluster) {
        List<Resource> objects = desired.applications().stream()
                .filter(application -> cluster.name().equals(application.cluster()))
                .flatMap(application -> application.objects().stream())
                .toList();
        String network = cluster.network() == null ? "" : cluster.network();
        return new RouteCluster(cluster.name().value(), network, cluster.gateway(), objects);
    }

    @Override
    public Target resolve(String host, String method, String uri, Supplier<Map<String, String>> headers) {
        return switch (table.resolve(hub, host, uri, method, headers)) {
            case Route.Reaches reached ->
                new Target.Leads(
                        new Service(
                                new ClusterName(reached.cluster()),
                                reached.namespace(),
                                reached.service(),
                                reached.port(),
                                reached.subset()),
                        reached.passage());
            case Route.Ends end ->
                switch (end.answer()) {
                    case UNKNOWN_HOST -> new Target.UnknownHost();
                    case NO_MATCH -> new Target.NoMatch();
                    case DEAD_END -> new Target.DeadEnd(end.because());
                };
        };
    }

    @Override
    public List<Host> hosts() {
        return table.hosts(hub).stream()
                .map(host -> new Host(host, leadsTo(host)))
                .toList();
    }

    private String leadsTo(String host) {
        return switch (resolve(host, "GET", "/", Map::of)) {
            case Target.Leads(Service service, Passage _) ->
                "Service " + service.namespace() + "/" + service.name() + ":" + service.port() + " on "
                        + service.cluster();
            case Target.DeadEnd(String hop) -> hop;
            case Target.NoMatch() -> "depends on path and method";
            case Target.UnknownHost(), Target.NotRead() -> "nowhere";
        };
    }
}
