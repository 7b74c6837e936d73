package dev.slipway.gitops.parity.facts;

import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The objects of a service in one environment.
 *
 * @param own what its Applications render to
 * @param around what others declare for it: its namespace with quota, limits and network policies, and the routes to it
 */
public record Manifests(List<Resource> own, List<Resource> around) {

    public Manifests {
        own = List.copyOf(own);
        around = List.copyOf(around);
    }

    public Stream<Resource> own(Set<String> kinds) {
        return own.stream().filter(each -> kinds.contains(each.kind()));
    }

    public Stream<Resource> all(Set<String> kinds) {
        return Stream.concat(own.stream(), around.stream()).filter(each -> kinds.contains(each.kind()));
    }

    public Stream<Workload> workloads() {
        return own.stream().flatMap(object -> Workload.of(object).stream());
    }
}
