package dev.slipway.gitops;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.gitops.manifest.Fields;
import dev.slipway.gitops.manifest.MergePatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Files in a source's directory that Argo CD lays over what the Application says of the source:
 * {@code .argocd-source.yaml} for all, then {@code .argocd-source-<name>.yaml} for the Application of that name, which its image
 * updater writes. They hold part of a source, and say how it is rendered alone, not what.
 */
public final class ParameterFiles {

    private static final Set<String> HOW = Set.of("kustomize", "helm", "directory", "plugin");

    private ParameterFiles() {}

    /** Where they would stand, the later over the earlier. */
    public static List<String> paths(Application application, ApplicationSource source) {
        return List.of(
                TreePath.join(source.path(), ".argocd-source.yaml"),
                TreePath.join(source.path(), ".argocd-source-" + application.name() + ".yaml"));
    }

    /**
     * A source with what they say.
     *
     * @param number of the source among the Application's, from 0
     * @throws dev.slipway.documents.yaml.YamlException if one of them is no YAML
     * @throws IllegalArgumentException if what they say is malformed
     */
    static ApplicationSource over(FileTree tree, Application application, int number) {
        ApplicationSource source = application.sources().get(number);
        List<String> there = paths(application, source).stream()
                .filter(path -> tree.entry(path).isPresent())
                .toList();
        if (there.isEmpty()) {
            return source;
        }
        Map<String, @Nullable Object> laid = application.written(number);
        for (String path : there) {
            laid = MergePatch.of(laid, how(tree, path));
        }
        return ApplicationSource.of(laid);
    }

    private static Map<String, @Nullable Object> how(FileTree tree, String path) {
        String text = tree.text(path)
                .orElseThrow(
                        () -> new IllegalArgumentException("\"" + path + "\" is no file; links are not followed."));
        Map<String, @Nullable Object> said = new LinkedHashMap<>(YamlReader.core()
                .document(path, text)
                .map(each -> Fields.of(each.plain()).content())
                .orElse(Map.of()));
        said.keySet().retainAll(HOW);
        return said;
    }
}
