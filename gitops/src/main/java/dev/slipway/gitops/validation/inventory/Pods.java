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
 * The pods that an object asks for, as it describes them.
 *
 * @param pointer where their spec stands in the object
 * @param labels of the pods
 * @param spec of the pods
 */
public record Pods(String pointer, Map<String, @Nullable Object> labels, Map<String, @Nullable Object> spec) {

    /** Empty for an object that asks for none that we know of. */
    public static Optional<Pods> of(Resource object) {
        return template(object).map(path -> {
            List<String> keys = List.of(path);
            return new Pods(
                    (keys.isEmpty() ? "" : "/" + String.join("/", keys)) + "/spec",
                    object.map(with(path, "metadata", "labels")),
                    object.map(with(path, "spec")));
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
}
