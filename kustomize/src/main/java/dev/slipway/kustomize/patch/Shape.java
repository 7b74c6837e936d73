package dev.slipway.kustomize.patch;

import dev.slipway.kustomize.document.Gvk;
import dev.slipway.kustomize.document.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Kubernetes says about a value: the types of its fields and how lists are merged. From the OpenAPI's
 * {@code x-kubernetes-patch-strategy}, {@code -patch-merge-key} and {@code -list-map-keys}.
 *
 * @param type of the value, or of the entries of a list; {@code -} for nothing known
 * @param merges whether a list is merged rather than replaced
 * @param keys which fields tell the entries of a merged list apart; none for a list of scalars
 */
record Shape(String type, boolean merges, List<String> keys) {
    private static final Shape UNKNOWN = new Shape("-", false, List.of());
    private static final Map<String, Map<String, Shape>> TYPES = read();
    private static final Set<String> BUILT_IN = Set.of(
            "",
            "admissionregistration.k8s.io",
            "apiextensions.k8s.io",
            "apiregistration.k8s.io",
            "apps",
            "autoscaling",
            "batch",
            "certificates.k8s.io",
            "coordination.k8s.io",
            "discovery.k8s.io",
            "events.k8s.io",
            "networking.k8s.io",
            "node.k8s.io",
            "policy",
            "rbac.authorization.k8s.io",
            "scheduling.k8s.io",
            "storage.k8s.io");

    /** The shape of an object; unknown for custom resources and for versions that Kubernetes has dropped. */
    static Shape of(Gvk gvk) {
        String type = gvk.apiVersion() + "/" + gvk.kind();
        if (TYPES.containsKey(type)) {
            return new Shape(type, false, List.of());
        }
        boolean dropped = gvk.group().equals("apps") && !gvk.version().equals("v1");
        return BUILT_IN.contains(gvk.group()) && !dropped ? new Shape("Object", false, List.of()) : UNKNOWN;
    }

    Shape field(String name) {
        @Nullable Shape shape = TYPES.getOrDefault(type, Map.of()).get(name);
        return shape == null ? UNKNOWN : shape;
    }

    private static Map<String, Map<String, Shape>> read() {
        Map<String, Map<String, Shape>> types = new HashMap<>();
        for (List<String> row : Tables.read(Shape.class, "merge-keys.txt")) {
            boolean merges = row.size() > 3;
            List<String> keys =
                    merges && !row.get(3).equals("-") ? List.of(row.get(3).split(",")) : List.of();
            types.computeIfAbsent(row.get(0), _ -> new HashMap<>())
                    .put(row.get(1), new Shape(row.get(2), merges, keys));
        }
        return types;
    }
}
