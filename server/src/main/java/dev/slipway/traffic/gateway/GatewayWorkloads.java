package dev.slipway.traffic.gateway;

import dev.slipway.delivery.Endpoints;
import dev.slipway.delivery.Endpoints.Endpoint;
import dev.slipway.gitops.routes.Passage;
import dev.slipway.traffic.front.Workloads;
import dev.slipway.traffic.gateway.Routes.Target;
import dev.slipway.traffic.measure.Recorder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Follows a request's route to the ready replicas at its end, and takes them in turn. */
@Component
class GatewayWorkloads implements Workloads {

    private final CurrentRoutes routes;
    private final Endpoints endpoints;
    private final Recorder recorder;
    private final Turns turns = new Turns();

    GatewayWorkloads(CurrentRoutes routes, Endpoints endpoints, Recorder recorder) {
        this.routes = routes;
        this.endpoints = endpoints;
        this.recorder = recorder;
    }

    @Override
    public Destination find(String host, String method, String uri, Supplier<Map<String, String>> headers) {
        return switch (routes.routes().resolve(host, method, uri, headers)) {
            case Target.Leads(Routes.Service service, Passage passage) -> replicas(service, passage);
            case Target.DeadEnd(String hop) -> new Destination.NothingReady("", hop);
            case Target.NoMatch() -> new Destination.NoMatch();
            case Target.UnknownHost() -> new Destination.UnknownHost();
            case Target.NotRead() -> new Destination.Starting();
        };
    }

    private Destination replicas(Routes.Service service, Passage passage) {
        List<Endpoint> ready = ready(service);
        if (ready.isEmpty()) {
            return new Destination.NothingReady(
                    routes.owners().of(service.cluster(), service.namespace(), service.name()),
                    "Service \"" + service.namespace() + "/" + service.name() + "\" on cluster \"" + service.cluster()
                            + "\" has no ready replica for port " + service.port()
                            + (service.subset().isEmpty() ? "." : " with the labels " + service.subset() + "."));
        }
        return new Destination.Replicas(
                ready.getFirst().application(),
                turns.next(service, ready.stream().map(Endpoint::address).toList()),
                passage);
    }

    private List<Endpoint> ready(Routes.Service service) {
        List<Endpoint> ready = endpoints.ready(service.cluster(), service.namespace(), service.name(), service.port());
        return service.subset().isEmpty()
                ? ready
                : ready.stream()
                        .filter(each -> each.labels()
                                .entrySet()
                                .containsAll(service.subset().entrySet()))
                        .toList();
    }

    @Override
    public void served(String application, int status, Duration latency) {
        recorder.record(application, status, latency);
    }
}
