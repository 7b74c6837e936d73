package dev.slipway.gitops.sets;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.gitops.discovery.ClusterSecrets;
import dev.slipway.gitops.manifest.Fields;
import dev.slipway.gitops.placement.Landscape;
import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The clusters that generators may name: those of a platform definition, else those that a tree has Secrets for. */
public final class KnownClusters {

    private KnownClusters() {}

    /** Of a definition: the hub is Argo CD's own. */
    public static List<KnownCluster> of(Landscape landscape) {
        return landscape.clusters().stream()
                .map(each -> each.hub() && each.labels().isEmpty()
                        ? KnownCluster.own()
                        : new KnownCluster(
                                each.hub() ? "in-cluster" : each.name(),
                                each.hub() ? KnownCluster.own().server() : each.server(),
                                true,
                                each.labels(),
                                Map.of()))
                .toList();
    }

    /** Of a tree: by the Secrets with which Argo CD is told of clusters, and its own. */
    public static List<KnownCluster> in(FileTree tree) {
        List<KnownCluster> clusters = new ArrayList<>();
        clusters.add(KnownCluster.own());
        ClusterSecrets.in(tree).stream().map(KnownClusters::cluster).forEach(clusters::add);
        return clusters.size() == 1
                ? List.of()
                : clusters.stream()
                        .collect(Collectors.toMap(KnownCluster::name, each -> each, (one, other) -> other))
                        .values()
                        .stream()
                        .sorted(java.util.Comparator.comparing(KnownCluster::name))
                        .toList();
    }

    private static KnownCluster cluster(Resource secret) {
        Map<String, String> data = Fields.of(secret.content()).pairs("stringData");
        return new KnownCluster(
                data.getOrDefault("name", secret.name()),
                data.getOrDefault("server", ""),
                true,
                secret.labels(),
                secret.annotations());
    }
}
