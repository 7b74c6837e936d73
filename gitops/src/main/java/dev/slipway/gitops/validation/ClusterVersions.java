package dev.slipway.gitops.validation;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.gitops.KubernetesVersions;
import dev.slipway.gitops.validation.version.KubernetesVersion;
import java.util.stream.Stream;

/** Which Kubernetes each cluster runs: as somebody asks for, as platform.yaml says, otherwise the newest. */
record ClusterVersions(KubernetesVersions versions) {

    static ClusterVersions read(FileTree tree, Options options) {
        return new ClusterVersions(options.versions(KubernetesVersions.read(tree)));
    }

    KubernetesVersion of(String cluster) {
        return versions.of(cluster).flatMap(KubernetesVersion::parse).orElse(KubernetesVersion.NEWEST);
    }

    /** What of these clusters is not known, in words: a version may be newer than the schemas. */
    Stream<String> unchecked(Stream<String> clusters) {
        return clusters.distinct()
                .map(this::of)
                .filter(each -> each.compareTo(KubernetesVersion.NEWEST) > 0)
                .distinct()
                .sorted()
                .map(each -> "what changed in Kubernetes " + each + ": the newest that is known here is "
                        + KubernetesVersion.NEWEST);
    }
}
