package dev.slipway.delivery.sync;

import dev.slipway.delivery.SyncStatus;
import dev.slipway.delivery.objects.LiveObject;
import dev.slipway.delivery.objects.LiveObjects;
import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.kernel.ClusterName;
import dev.slipway.kernel.Problem;
import dev.slipway.platform.Cluster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An application's desired objects beside the live ones.
 *
 * @param changed missing or different ones
 * @param surplus live ones that Git does not have
 * @param hooks what runs with a sync
 * @param problems why it cannot be applied; empty when it can
 */
public record Comparison(
        List<LiveObject> objects,
        List<LiveObject> changed,
        List<LiveObject> surplus,
        List<LiveObject> hooks,
        List<String> problems) {

    /** @param clusters of the platform definition */
    public static Comparison of(
            DesiredApplication application, Desired desired, List<Cluster> clusters, LiveObjects live, Instant now) {
        List<String> problems = new ArrayList<>(
                application.problems().stream().map(Problem::toString).toList());
        ClusterName destination = application.cluster();
        Map<ClusterName, Cluster> byName =
                clusters.stream().collect(Collectors.toMap(Cluster::name, Function.identity()));
        if (destination == null || !byName.containsKey(destination)) {
            problems.add("the destination of \"" + application.name() + "\" is no cluster of the platform definition");
            return new Comparison(List.of(), List.of(), List.of(), List.of(), problems);
        }
        Target target = Target.of(application, destination, byName.keySet(), now);
        if (problems.isEmpty()) {
            List<LiveObject> all = new ArrayList<>(target.objects());
            all.addAll(target.hooks());
            problems.addAll(new ProjectRules(desired, byName).problems(application, all));
            all.stream()
                    .flatMap(object -> others(object, live, application.name()).stream())
                    .forEach(problems::add);
        }
        return new Comparison(
                target.objects(),
                target.changed(live, application.name()),
                target.surplus(live, application.name()),
                target.hooks(),
                problems);
    }

    /** Two applications that both have an object would overwrite each other for ever. */
    private static List<String> others(LiveObject wanted, LiveObjects live, String application) {
        return live
                .find(wanted.key())
                .filter(found -> !found.application().equals(application))
                .map(found -> wanted.key() + " belongs to the application \"" + found.application() + "\"")
                .stream()
                .toList();
    }

    public SyncStatus status() {
        if (!problems.isEmpty()) {
            return SyncStatus.UNKNOWN;
        }
        return changed.isEmpty() && surplus.isEmpty() ? SyncStatus.SYNCED : SyncStatus.OUT_OF_SYNC;
    }

    public SyncStatus status(LiveObject object) {
        return has(changed, object) || has(surplus, object) ? SyncStatus.OUT_OF_SYNC : SyncStatus.SYNCED;
    }

    private static boolean has(List<LiveObject> objects, LiveObject object) {
        return objects.stream().anyMatch(each -> each.key().equals(object.key()));
    }
}
