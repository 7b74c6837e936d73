package dev.slipway.gitops.validation.schema;

import dev.slipway.documents.spelling.Nearest;
import dev.slipway.kustomize.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Schemas by cluster, apiVersion and kind: of the definitions that go to the cluster, else of those that are held for reading or
 * go elsewhere, else those that come with Slipway. Safe for use by several threads.
 */
public final class Schemas {

    private static final Shelves SHIPPED = new Shelves();

    private final Map<String, CustomDefinition> byCluster = new HashMap<>();
    private final Map<String, CustomDefinition> anywhere = new HashMap<>();

    /** @param definitions of custom resources, the ones that count most last */
    public Schemas(List<CustomDefinition> definitions) {
        for (CustomDefinition each : definitions) {
            String key = each.apiVersion() + "/" + each.kind();
            anywhere.put(key, each);
            byCluster.put(each.cluster() + " " + key, each);
        }
    }

    public Optional<KindSchema> find(String cluster, Resource object) {
        Optional<CustomDefinition> held = definition(cluster, object);
        return held.isPresent() ? held.map(CustomDefinition::schema) : SHIPPED.find(object.apiVersion(), object.kind());
    }

    /** Whether a definition that is at hand says that the kind belongs to no namespace. */
    public boolean isClusterScoped(String cluster, Resource object) {
        return definition(cluster, object).map(CustomDefinition::clusterScoped).orElse(false);
    }

    private Optional<CustomDefinition> definition(String cluster, Resource object) {
        String key = object.apiVersion() + "/" + object.kind();
        return Optional.ofNullable(byCluster.getOrDefault(cluster + " " + key, anywhere.get(key)));
    }

    /** Whether its group is one of Kubernetes' own, of which every kind is known. */
    public boolean isKubernetes(Resource object) {
        String prefix = object.group().isEmpty() ? "v1/" : object.group() + "/";
        return SHIPPED.kubernetes().keys().stream().anyMatch(key -> key.startsWith(prefix));
    }

    /** What was probably meant, {@code apiVersion kind}; empty when nothing is near. */
    public String meant(Resource object) {
        List<String> known = SHIPPED.kubernetes().keys().stream()
                .filter(key -> key.contains("/"))
                .toList();
        String suffix = "/" + object.kind();
        return known.stream()
                .filter(key -> key.endsWith(suffix) && (key.startsWith("v1/") || key.contains("/v")))
                .min(java.util.Comparator.comparingInt(String::length).thenComparing(key -> key))
                .or(() -> Nearest.of(object.apiVersion() + suffix, known))
                .map(key -> key.substring(0, key.lastIndexOf('/')) + " " + key.substring(key.lastIndexOf('/') + 1))
                .orElse("");
    }

    static Map<String, ?> metadata() {
        return SHIPPED.kubernetes().schema("io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta");
    }

    static Map<String, ?> kubernetesDefinition(String name) {
        return SHIPPED.kubernetes().schema(name);
    }
}
