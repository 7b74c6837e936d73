package dev.slipway.traffic.gateway;

import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.kernel.ClusterName;
import dev.slipway.kustomize.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which application each Service belongs to: requests that nobody was ready for count as its errors, too. */
final class ServiceOwners {

    private record Key(ClusterName cluster, String namespace, String service) {}

    private final Map<Key, String> owners = new HashMap<>();

    private ServiceOwners(List<DesiredApplication> applications) {
        for (DesiredApplication application : applications) {
            ClusterName cluster = application.cluster();
            if (cluster != null) {
                application.objects().stream()
                        .filter(object -> object.kind().equals("Service"))
                        .forEach(object -> owners.put(key(cluster, object), application.name()));
            }
        }
    }

    ServiceOwners(Desired desired) {
        this(desired.applications());
    }

    static ServiceOwners none() {
        return new ServiceOwners(List.of());
    }

    /** Empty when no application has it. */
    String of(ClusterName cluster, String namespace, String service) {
        return owners.getOrDefault(new Key(cluster, namespace, service), "");
    }

    private static Key key(ClusterName cluster, Resource service) {
        return new Key(cluster, String.valueOf(service.namespace()), service.name());
    }
}
