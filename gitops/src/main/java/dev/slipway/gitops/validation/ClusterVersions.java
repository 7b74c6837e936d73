package dev.slipway.gitops.validation;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.gitops.validation.version.KubernetesVersion;
import java.util.HashMap;
import java.util.Map;

/** Which Kubernetes each cluster runs: {@code spec.clusters[].kubernetes} of platform.yaml, otherwise the newest. */
final class ClusterVersions {

    private static final String FILE = "platform.yaml";

    private final Map<String, KubernetesVersion> versions = new HashMap<>();
    private final Options options;

    private ClusterVersions(Options options) {
        this.options = options;
    }

    static ClusterVersions read(FileTree tree, Options options) {
        ClusterVersions versions = new ClusterVersions(options);
        try {
            YamlReader.core().documents(FILE, tree.text(FILE).orElse("")).stream()
                    .flatMap(each -> each.at("/spec/clusters").flatMap(YamlValue::asList).stream())
                    .flatMap(each -> each.items().stream())
                    .flatMap(each -> each.asMap().stream())
                    .forEach(each -> each.text("kubernetes")
                            .flatMap(KubernetesVersion::parse)
                            .ifPresent(version ->
                                    versions.versions.put(each.text("name").orElse(""), version)));
        } catch (YamlException _) {
            // Whoever reads the definition says so; nothing is known of the clusters.
        }
        return versions;
    }

    KubernetesVersion of(String cluster) {
        KubernetesVersion asked = options.kubernetes();
        return asked == null ? versions.getOrDefault(cluster, KubernetesVersion.NEWEST) : asked;
    }
}
