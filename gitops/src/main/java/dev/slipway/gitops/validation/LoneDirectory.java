package dev.slipway.gitops.validation;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.PatchedTree;
import dev.slipway.gitops.Declared;
import dev.slipway.gitops.DeclaredReader;
import dev.slipway.gitops.Finding;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.Renderer;
import dev.slipway.gitops.Sources;
import dev.slipway.gitops.placement.Landscape;
import java.util.List;
import java.util.stream.Stream;

/** A directory that no Application names: it is validated as if one did, without a project's limits. */
final class LoneDirectory {

    private static final String ROOT = "bootstrap/root.yaml";
    private static final String REPOSITORY = "file:directory";

    private LoneDirectory() {}

    /** @param path of a kustomization, or of manifests, in the tree */
    static Subject read(FileTree tree, String path) {
        String prefix = path.isEmpty() ? "" : path + "/";
        boolean kustomization = Stream.of("kustomization.yaml", "kustomization.yml", "Kustomization")
                .anyMatch(name -> tree.isFile(prefix + name));
        FileTree named = PatchedTree.of(tree)
                .put(ROOT, FileContent.text(root(path, kustomization)))
                .build();
        Sources sources = (_, _) -> new Sources.Answer.Found(tree, "checkout");
        Declared declared = DeclaredReader.read(named, sources, new Renderer());
        List<RenderedApplication> own =
                declared.applications().stream().map(LoneDirectory::unjudged).toList();
        return new Subject(
                tree,
                new Declared(
                        own,
                        declared.projects(),
                        List.of(),
                        declared.findings(),
                        declared.commits(),
                        declared.doubts()),
                Landscape.unknown(),
                sources,
                REPOSITORY);
    }

    /** Without what is only wrong with the Application that is not there. */
    private static RenderedApplication unjudged(RenderedApplication rendered) {
        List<Finding> own = rendered.findings().stream()
                .filter(each -> !each.where().startsWith(ROOT))
                .toList();
        return new RenderedApplication(
                rendered.application(),
                rendered.revision(),
                rendered.objects(),
                rendered.filesRead(),
                rendered.fingerprint(),
                own,
                rendered.doubts(),
                rendered.parts());
    }

    private static String root(String path, boolean kustomization) {
        String quoted = "\"" + path.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        return """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: directory}
                spec:
                  source: {repoURL: "%s", path: %s%s}
                  destination: {name: "this directory", namespace: default}
                  # How it is applied is not known.
                  syncPolicy: {syncOptions: [ServerSideApply=true]}
                """.formatted(REPOSITORY, quoted, kustomization ? "" : ", directory: {recurse: true}");
    }
}
