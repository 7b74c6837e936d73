package dev.slipway.kustomize.patch;

import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.kustomize.document.Gvk;
import dev.slipway.kustomize.document.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the types of objects: their fields, and how lists are merged. From the OpenAPI's
 * {@code x-kubernetes-patch-strategy}, {@code -patch-merge-key} and {@code -list-map-keys}.
 */
public final class Schema {
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
    private static final Schema KUBERNETES = new Schema(read(), true);

    private final Map<String, Map<String, Shape>> types;
    private final boolean kubernetes;

    private Schema(Map<String, Map<String, Shape>> types, boolean kubernetes) {
        this.types = types;
        this.kubernetes = kubernetes;
    }

    /** Kubernetes' own types. */
    public static Schema kubernetes() {
        return KUBERNETES;
    }

    /**
     * The types of an OpenAPI document and no others, not even Kubernetes' own: as in kustomize, it takes their place.
     *
     * @param document with {@code definitions}
     */
    public static Schema of(YamlMap document) {
        return new Schema(new Definitions(document).types(), false);
    }

    /** The shape of an object; unknown for custom resources and for versions that Kubernetes has dropped. */
    Shape of(Gvk gvk) {
        String type = gvk.apiVersion() + "/" + gvk.kind();
        if (types.containsKey(type)) {
            return Shape.of(type);
        }
        boolean dropped = gvk.group().equals("apps") && !gvk.version().equals("v1");
        return kubernetes && BUILT_IN.contains(gvk.group()) && !dropped ? Shape.of("Object") : Shape.UNKNOWN;
    }

    Shape field(Shape shape, String name) {
        @Nullable Shape field = types.getOrDefault(shape.type(), Map.of()).get(name);
        return field == null ? Shape.UNKNOWN : field;
    }

    private static Map<String, Map<String, Shape>> read() {
        Map<String, Map<String, Shape>> types = new HashMap<>();
        for (List<String> row : Tables.read(Schema.class, "merge-keys.txt")) {
            boolean merges = row.size() > 3;
            List<String> keys =
                    merges && !row.get(3).equals("-") ? List.of(row.get(3).split(",")) : List.of();
            types.computeIfAbsent(row.get(0), _ -> new HashMap<>())
                    .put(row.get(1), new Shape(row.get(2), merges, keys));
        }
        return types;
    }
}
