package dev.slipway.gitops.validation.schema;

import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The schema that a definition gives one kind in one version.
 *
 * @param cluster where the definition goes; empty where it is only held for reading
 * @param clusterScoped whether the kind belongs to no namespace
 */
public record CustomDefinition(
        String cluster, String apiVersion, String kind, boolean clusterScoped, KindSchema schema) {

    private static final Set<String> KINDS = Set.of(
            "apiextensions.k8s.io CustomResourceDefinition", "apiextensions.crossplane.io CompositeResourceDefinition");

    /** What Crossplane adds to the schema of a composite resource and of its claim. */
    private static final List<String> COMPOSITE = List.of(
            "crossplane",
            "compositionRef",
            "compositionSelector",
            "compositionRevisionRef",
            "compositionRevisionSelector",
            "compositionUpdatePolicy",
            "compositeDeletePolicy",
            "claimRef",
            "resourceRef",
            "resourceRefs",
            "writeConnectionSecretToRef",
            "publishConnectionDetailsTo");

    public static boolean isOne(Resource object) {
        return KINDS.contains(object.group() + " " + object.kind());
    }

    /**
     * One for each kind and version that the object defines; of a version that is not served there is none.
     *
     * @param where it stands, for people
     */
    public static List<CustomDefinition> of(String cluster, String where, Resource object) {
        List<CustomDefinition> definitions = new ArrayList<>();
        boolean composite = object.kind().equals("CompositeResourceDefinition");
        for (Object each : object.list("spec", "versions")) {
            Map<String, @Nullable Object> version = Values.asMap(each);
            Map<String, @Nullable Object> schema = Values.map(version, "schema", "openAPIV3Schema");
            if (version == null || schema == null || Boolean.FALSE.equals(version.get("served"))) {
                continue;
            }
            String apiVersion = object.text("spec", "group").orElse("") + "/" + Values.text(version, "name");
            KindSchema read = new KindSchema(where, composite ? composite(schema) : schema, true, _ -> Map.of());
            boolean clusterScoped = object.text("spec", "scope").orElse("").equals("Cluster");
            object.text("spec", "names", "kind")
                    .ifPresent(kind ->
                            definitions.add(new CustomDefinition(cluster, apiVersion, kind, clusterScoped, read)));
            object.text("spec", "claimNames", "kind")
                    .ifPresent(kind -> definitions.add(new CustomDefinition(cluster, apiVersion, kind, false, read)));
        }
        return definitions;
    }

    private static Map<String, @Nullable Object> composite(Map<String, @Nullable Object> schema) {
        Map<String, @Nullable Object> copy = Values.mutable(schema);
        Map<String, @Nullable Object> spec = Values.map(copy, "properties", "spec");
        Map<String, @Nullable Object> fields = Values.map(spec, "properties");
        if (spec != null) {
            Map<String, @Nullable Object> all = new LinkedHashMap<>(fields == null ? Map.of() : fields);
            COMPOSITE.forEach(name -> all.putIfAbsent(name, Map.of("x-kubernetes-preserve-unknown-fields", true)));
            spec.put("properties", all);
        }
        Map<String, @Nullable Object> properties = Values.map(copy, "properties");
        if (properties != null) {
            properties.put("status", Map.of("x-kubernetes-preserve-unknown-fields", true));
        }
        return copy;
    }
}
