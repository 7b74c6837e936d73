package dev.slipway.delivery.objects;

import dev.slipway.kernel.ClusterName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that is applied, at one moment. */
public final class LiveObjects {

    private final Map<ObjectKey, LiveObject> byKey = new LinkedHashMap<>();

    public LiveObjects(List<LiveObject> objects) {
        objects.forEach(object -> byKey.put(object.key(), object));
    }

    public List<LiveObject> all() {
        return List.copyOf(byKey.values());
    }

    public Optional<LiveObject> find(ObjectKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    public List<LiveObject> ofKind(String kind) {
        return byKey.values().stream().filter(each -> each.kind().equals(kind)).toList();
    }

    public List<LiveObject> of(String application) {
        return byKey.values().stream()
                .filter(each -> each.application().equals(application))
                .toList();
    }

    /** An object of Kubernetes' core API. */
    public Optional<LiveObject> core(ClusterName cluster, String kind, String namespace, String name) {
        return find(new ObjectKey(cluster, "", kind, namespace, name));
    }

    public List<LiveObject> in(ClusterName cluster, String namespace, String kind) {
        return ofKind(kind).stream()
                .filter(each -> each.sameNamespace(cluster, namespace))
                .toList();
    }
}
