package dev.slipway.delivery.objects;

import dev.slipway.kernel.ClusterName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Crossplane claim (or cluster-scoped composite) of kind NamespaceClaim, of whatever group: {@code spec.parameters} with
 * {@code namespaceName} (else the claim's name), {@code targetCluster} (else the claim's own) and {@code enableResourceQuota}.
 * Which objects that means is said by a Composition in Crossplane; the local cluster has one meaning for all.
 */
public record NamespaceClaim(LiveObject claim) {

    public static final String KIND = "NamespaceClaim";

    /** The claim waits for what it makes, so that is applied with it. */
    private static final String WAVE = "argocd.argoproj.io/sync-wave";

    private static final Set<String> UNDERSTOOD = Set.of("namespaceName", "targetCluster", "enableResourceQuota");
    private static final String NAME = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    /** What Slipway gives to a namespace of its own, too. */
    private static final Map<String, String> QUOTA =
            Map.of("pods", "50", "requests.cpu", "20", "requests.memory", "40Gi");

    /** Why it makes nothing: fields that are wrong or not understood. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        parameters().content().keySet().stream()
                .filter(field -> !UNDERSTOOD.contains(field))
                .sorted()
                .forEach(
                        field -> problems.add(
                                "spec.parameters." + field
                                        + " is not understood by the local cluster; expected only namespaceName, targetCluster and enableResourceQuota"));
        requireName("namespaceName", namespace(), problems);
        requireName("targetCluster", targetCluster(), problems);
        return problems;
    }

    private static void requireName(String field, String value, List<String> problems) {
        if (!value.matches(NAME)) {
            problems.add("spec.parameters." + field + " is \"" + value
                    + "\"; expected at most 63 small letters, digits and hyphens");
        }
    }

    public String namespace() {
        return parameters().text("namespaceName").orElse(claim.name());
    }

    public String targetCluster() {
        return parameters().text("targetCluster").orElse(claim.cluster().value());
    }

    private Manifest parameters() {
        return claim.manifest().at("spec", "parameters");
    }

    /** The objects that it stands for; nothing where there are problems. They belong to the claim's application. */
    public List<LiveObject> makes() {
        if (!problems().isEmpty()) {
            return List.of();
        }
        List<LiveObject> made = new ArrayList<>();
        Map<String, Object> labels = new LinkedHashMap<>(claim.manifest().values("metadata", "labels"));
        made.add(object("Namespace", "", namespace(), Map.of("labels", labels), null));
        if (parameters().flag("enableResourceQuota")) {
            made.add(object(
                    "ResourceQuota", namespace(), "quota", Map.of("namespace", namespace()), Map.of("hard", QUOTA)));
        }
        return made;
    }

    private LiveObject object(
            String kind, String namespace, String name, Map<String, Object> more, @Nullable Object spec) {
        Map<String, Object> metadata = new LinkedHashMap<>(more);
        metadata.put("name", name);
        String wave = claim.annotation(WAVE);
        if (!wave.isEmpty()) {
            metadata.put("annotations", Map.of(WAVE, wave));
        }
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("apiVersion", "v1");
        content.put("kind", kind);
        content.put("metadata", metadata);
        if (spec != null) {
            content.put("spec", spec);
        }
        ObjectKey key = new ObjectKey(new ClusterName(targetCluster()), "", kind, namespace, name);
        return new LiveObject(
                key, claim.application(), new Manifest(content), Json.hash(Json.write(content)), claim.appliedAt());
    }
}
