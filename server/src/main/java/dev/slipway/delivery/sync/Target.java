package dev.slipway.delivery.sync;

import dev.slipway.delivery.objects.Json;
import dev.slipway.delivery.objects.Kinds;
import dev.slipway.delivery.objects.LiveObject;
import dev.slipway.delivery.objects.LiveObjects;
import dev.slipway.delivery.objects.Manifest;
import dev.slipway.delivery.objects.ObjectKey;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.kernel.ClusterName;
import dev.slipway.kustomize.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An application's objects as they shall be applied, and how they differ from what is.
 *
 * @param objects what stays
 * @param hooks what runs once, after each sync
 */
record Target(List<LiveObject> objects, List<LiveObject> hooks) {

    static final String HOOK = "argocd.argoproj.io/hook";

    static Target of(DesiredApplication application, ClusterName cluster, Instant now) {
        List<LiveObject> all = application.objects().stream()
                .map(object -> live(object, application, cluster, now))
                .toList();
        return new Target(
                all.stream().filter(object -> object.annotation(HOOK).isEmpty()).toList(),
                all.stream()
                        .filter(object -> !object.annotation(HOOK).isEmpty())
                        .toList());
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
