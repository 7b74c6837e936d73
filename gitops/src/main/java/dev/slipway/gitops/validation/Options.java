package dev.slipway.gitops.validation;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.gitops.KubernetesVersions;
import dev.slipway.gitops.validation.version.KubernetesVersion;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for beyond what the tree says.
 *
 * @param schemas more CustomResourceDefinitions, at any depth
 * @param kubernetes the version of every cluster; null for what platform.yaml says
 */
public record Options(FileTree schemas, @Nullable KubernetesVersion kubernetes) {

    private static final Options NONE = new Options(MemoryTree.ofTexts(), null);

    public static Options none() {
        return NONE;
    }

    /**
     * Which versions hold.
     *
     * @param said by the tree
     */
    public KubernetesVersions versions(KubernetesVersions said) {
        return kubernetes == null ? said : KubernetesVersions.everywhere(kubernetes.toString());
    }
}
