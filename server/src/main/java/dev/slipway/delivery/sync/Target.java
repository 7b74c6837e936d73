package dev.slipway.delivery.sync;

import dev.slipway.delivery.objects.Json;
import dev.slipway.delivery.objects.Kinds;
import dev.slipway.delivery.objects.LiveObject;
import dev.slipway.delivery.objects.LiveObjects;
import dev.slipway.delivery.objects.Manifest;
import dev.slipway.delivery.objects.NamespaceClaim;
import dev.slipway.delivery.objects.ObjectKey;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.kernel.ClusterName;
import dev.slipway.kustomize.Resource;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An application's objects as they shall be applied, and how they differ from what is.
 *
 * @param objects what stays, with what claims stand for
 * @param hooks what runs once with each sync
 */
record Target(List<LiveObject> objects, List<LiveObject> hooks) {

    /** @param clusters the names of all that there are: a claim may be for another one */
    static Target of(DesiredApplication application, ClusterName cluster, Set<ClusterName> clusters, Instant now) {
        Map<ObjectKey, LiveObject> byKey = new LinkedHashMap<>();
        application.objects().stream()
                .map(object -> live(object, application, cluster, now))
                .forEach(object -> byKey.put(object.key(), object));
        List.copyOf(byKey.values()).stream()
                .filter(object -> object.kind().equals(NamespaceClaim.KIND))
                .flatMap(claim -> new NamespaceClaim(claim).makes().stream())
                .filter(made -> clusters.contains(made.cluster()))
                .forEach(made -> byKey.putIfAbsent(made.key(), made));
        List<LiveObject> all = List.copyOf(byKey.values());
        return new Target(
                all.stream().filter(object -> !Placement.of(object).hook()).toList(),
                all.stream().filter(object -> Placement.of(object).hook()).toList());
    }

    private static LiveObject live(Resource object, DesiredApplication application, ClusterName cluster, Instant now) {
        String namespace = object.namespace() == null ? application.namespace() : object.namespace();
        ObjectKey key = new ObjectKey(
                cluster,
                object.group(),
                object.kind(),
                Kinds.clusterScoped(object.kind()) ? "" : namespace,
                object.name());
        return new LiveObject(
                key, application.name(), new Manifest(object.content()), Json.hash(Json.write(object.content())), now);
    }

    /** Those that are missing or different. */
    List<LiveObject> changed(LiveObjects live, String application) {
        return objects.stream()
                .filter(object -> !same(live.find(object.key()), object, application))
                .toList();
    }

    private static boolean same(Optional<LiveObject> live, LiveObject wanted, String application) {
        return live.filter(found -> found.hash().equals(wanted.hash()))
                .filter(found -> found.application().equals(application))
                .isPresent();
    }

    /** Those that are, and shall not be. A hook of the last sync stays to be looked at. */
    List<LiveObject> surplus(LiveObjects live, String application) {
        Set<ObjectKey> wanted = objects.stream().map(LiveObject::key).collect(Collectors.toSet());
        hooks.forEach(hook -> wanted.add(hook.key()));
        return live.of(application).stream()
                .filter(object -> !wanted.contains(object.key()))
                .toList();
    }
}
