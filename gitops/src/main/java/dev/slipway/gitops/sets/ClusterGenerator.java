package dev.slipway.gitops.sets;

import dev.slipway.gitops.manifest.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The clusters that are known, each a set of parameters. */
record ClusterGenerator(Fields clusters, List<KnownCluster> known, boolean nested) {

    List<Map<String, @Nullable Object>> parameters() {
        if (known.isEmpty()) {
            throw new GeneratorException(
                    "The clusters generator has no clusters: neither platform.yaml nor a Secret with the label"
                            + " argocd.argoproj.io/secret-type: cluster names any.",
                    "clusters",
                    "List them in platform.yaml.");
        }
        LabelSelector selector = new LabelSelector(clusters.map("selector"));
        List<Map<String, @Nullable Object>> sets = known.stream()
                .filter(each -> selector.isEmpty() || (each.declared() && selector.matches(labels(each))))
                .map(this::of)
                .toList();
        return clusters.flag("flatList") ? List.of(Map.of("clusters", sets)) : sets;
    }

    private static Map<String, String> labels(KnownCluster cluster) {
        Map<String, String> labels = new LinkedHashMap<>(cluster.labels());
        labels.put("argocd.argoproj.io/secret-type", "cluster");
        return labels;
    }

    private Map<String, @Nullable Object> of(KnownCluster cluster) {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put("name", cluster.name());
        parameters.put("nameNormalized", Names.normalized(cluster.name()));
        parameters.put("server", cluster.server());
        parameters.put("project", "");
        if (nested) {
            parameters.put("metadata", Map.of("labels", labels(cluster), "annotations", cluster.annotations()));
        } else {
            labels(cluster).forEach((key, value) -> parameters.put("metadata.labels." + key, value));
            cluster.annotations().forEach((key, value) -> parameters.put("metadata.annotations." + key, value));
        }
        return parameters;
    }
}
