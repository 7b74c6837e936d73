package dev.slipway.gitops.validation;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.gitops.KubernetesVersions;
import dev.slipway.gitops.validation.version.KubernetesVersion;

/** Which Kubernetes each cluster runs: as somebody asks for, as platform.yaml says, otherwise the newest. */
record ClusterVersions(KubernetesVersions versions) {

    static ClusterVersions read(FileTree tree, Options options) {
        return new ClusterVersions(options.versions(KubernetesVersions.read(tree)));
    }

    KubernetesVersion of(String cluster) {
        return versions.of(cluster).flatMap(KubernetesVersion::parse).orElse(KubernetesVersion.NEWEST);
    }
}
