package dev.slipway.gitops.discovery;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.stream.Stream;

/** The Secrets with which Argo CD is told of clusters, wherever in a tree they stand. */
public final class ClusterSecrets {

    private static final String LABEL = "argocd.argoproj.io/secret-type";

    private ClusterSecrets() {}

    /** In order of path. Also kinds that make such Secrets (sealed or external ones) count, as far as their labels are their own. */
    public static List<Resource> in(FileTree tree) {
        return ReadableFiles.below(tree, "")
                .filter(ReadableFiles::isManifest)
                .flatMap(file -> secrets(tree, file))
                .toList();
    }

    private static Stream<Resource> secrets(FileTree tree, String file) {
        try {
            String text = tree.text(file).orElse("");
            return text.contains(LABEL)
                    ? YamlReader.core().documents(file, text).stream()
                            .flatMap(each -> each.asMap().stream())
                            .map(each -> Resource.of(each.plain()))
                            .filter(each -> "cluster".equals(each.labels().get(LABEL)))
                    : Stream.empty();
        } catch (YamlException | TreeException _) {
            return Stream.empty();
        }
    }
}
