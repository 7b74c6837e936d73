package dev.slipway.traffic.gateway;

import dev.slipway.delivery.Endpoints;
import dev.slipway.desiredstate.Declarations;
import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.gitops.routes.explain.Explanation;
import dev.slipway.gitops.routes.explain.Inquiry;
import dev.slipway.gitops.routes.explain.PlatformRoutes;
import dev.slipway.kernel.ClusterName;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.platform.Cluster;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Explains routes as of the desired state that the gateway executes, with the replicas that are ready now. */
@Component
public class ExplainedRoutes {

    private final DesiredState desiredState;
    private final Declarations declarations;
    private final Platforms platforms;
    private final Endpoints endpoints;
    private volatile @Nullable Read newest;

    private record Read(Desired desired, List<Cluster> clusters, PlatformRoutes routes) {}

    ExplainedRoutes(DesiredState desiredState, Declarations declarations, Platforms platforms, Endpoints endpoints) {
        this.desiredState = desiredState;
        this.declarations = declarations;
        this.platforms = platforms;
        this.endpoints = endpoints;
    }

    /** Empty before there is a desired state. */
    public Optional<Explanation> explain(Inquiry inquiry) {
        return routes().map(routes -> routes.explain(inquiry, this::ready));
    }

    /** What in the routes is wrong or not executed, with file, line and column. */
    public List<Problem> problems() {
        return routes().map(PlatformRoutes::problems).orElse(Map.of()).entrySet().stream()
                .map(each -> new Problem(
                        each.getValue().isEmpty() ? each.getKey().at().object() : each.getValue(),
                        each.getKey().what(),
                        each.getKey().expected(),
                        each.getKey().blocks() ? "Requests that take this route end here." : null))
                .toList();
    }

    private Optional<PlatformRoutes> routes() {
        return desiredState.current().map(desired -> {
            List<Cluster> clusters =
                    platforms.find().map(PlatformDefinition::clusters).orElse(List.of());
            Read read = newest;
            if (read == null
                    || !read.desired().equals(desired)
                    || !read.clusters().equals(clusters)) {
                read = new Read(desired, clusters, read(desired.commit(), clusters));
                newest = read;
            }
            return read.routes();
        });
    }

    private PlatformRoutes read(CommitId commit, List<Cluster> clusters) {
        return declarations.at(commit).routes(clusters);
    }

    private Optional<Integer> ready(
            String cluster, String namespace, String service, int port, Map<String, String> subset) {
        return Optional.of((int) endpoints.ready(new ClusterName(cluster), namespace, service, port).stream()
                .filter(each -> each.labels().entrySet().containsAll(subset.entrySet()))
                .count());
    }
}
