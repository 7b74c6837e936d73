package dev.slipway.gitops.validation.inventory;

import dev.slipway.gitops.validation.inventory.Container.Kind;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pods that an object asks for.
 *
 * @param pointer where their spec stands in the object
 * @param labels of the pods
 * @param spec of the pods
 */
public record Workload(
        Managed owner, String pointer, Map<String, @Nullable Object> labels, Map<String, @Nullable Object> spec) {

    /** Empty for an object that asks for none that we know of. */
    public static Optional<Workload> of(Managed owner) {
        return template(owner.object()).map(path -> {
            List<String> keys = List.of(path);
            return new Workload(
                    owner,
                    (keys.isEmpty() ? "" : "/" + String.join("/", keys)) + "/spec",
                    owner.object().map(with(path, "metadata", "labels")),
                    owner.object().map(with(path, "spec")));
        });
    }

    private static Optional<String[]> template(Resource object) {
        return switch (object.group() + " " + object.kind()) {
            case " Pod" -> Optional.of(new String[0]);
            case "apps Deployment",
                    "apps StatefulSet",
                    "apps DaemonSet",
                    "apps ReplicaSet",
                    " ReplicationController",
                    "batch Job" -> Optional.of(new String[] {"spec", "template"});
            case "batch CronJob" -> Optional.of(new String[] {"spec", "jobTemplate", "spec", "template"});
            case "argoproj.io Rollout" ->
                object.map("spec", "template").isEmpty()
                        ? Optional.empty()
                        : Optional.of(new String[] {"spec", "template"});
            default -> Optional.empty();
        };
    }

    private static String[] with(String[] path, String... more) {
        List<String> all = new ArrayList<>(List.of(path));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /** Whether some of its pods are selected: their controller adds labels to those of the template. */
    public boolean isSelectedBy(Selector selector) {
        return selector.beyond((key, value) -> ControllerLabels.give(owner, key, value))
                .matches(labels);
    }

    /** Every container; a pointer names each. */
    public List<Container> containers() {
        List<Container> containers = new ArrayList<>();
        add("initContainers", Kind.INIT, containers);
        add("containers", Kind.MAIN, containers);
        add("ephemeralContainers", Kind.EPHEMERAL, containers);
        return containers;
    }

    private void add(String list, Kind kind, List<Container> containers) {
        List<@Nullable Object> all = list(list);
        for (int i = 0; i < all.size(); i++) {
            Map<String, @Nullable Object> content = Values.asMap(all.get(i));
            boolean stays = kind == Kind.INIT && "Always".equals(Values.text(content, "restartPolicy"));
            containers.add(new Container(
                    pointer + "/" + list + "/" + i, stays ? Kind.SIDECAR : kind, content == null ? Map.of() : content));
        }
    }

    public List<@Nullable Object> list(String... path) {
        List<@Nullable Object> list = Values.list(spec, path);
        return list == null ? List.of() : list;
    }

    public Optional<String> text(String... path) {
        return Optional.ofNullable(Values.text(spec, path));
    }

    /** How many pods at once; of a DaemonSet nobody knows. */
    public long replicas() {
        return switch (owner.kind()) {
            case "Job" -> number("spec", "parallelism");
            case "CronJob" -> number("spec", "jobTemplate", "spec", "parallelism");
            case "Pod" -> 1;
            default -> number("spec", "replicas");
        };
    }

    private long number(String... path) {
        return owner.object().at(path).orElse(1L) instanceof Number number ? number.longValue() : 1;
    }
}
