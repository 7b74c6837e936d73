package dev.slipway.gitops.validation;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.PatchedTree;
import dev.slipway.gitops.Application;
import dev.slipway.gitops.ApplicationSets;
import dev.slipway.gitops.Declared;
import dev.slipway.gitops.DeclaredReader;
import dev.slipway.gitops.Finding;
import dev.slipway.gitops.KubernetesVersions;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.Renderer;
import dev.slipway.gitops.Sources;
import dev.slipway.gitops.checkout.DirectorySources;
import dev.slipway.gitops.placement.Landscape;
import java.util.List;
import java.util.stream.Stream;

/** A directory that no Application names: it is validated as if one did, without a project's limits. */
final class LoneDirectory {

    private static final String ROOT = "bootstrap/root.yaml";
    private static final String REPOSITORY = "file:directory";

    private LoneDirectory() {}

    /** @param path of a kustomization, a chart or manifests in the tree */
    static Subject read(FileTree tree, String path, Sources others, Options options) {
        String prefix = path.isEmpty() ? "" : path + "/";
        boolean rendered = Stream.of("kustomization.yaml", "kustomization.yml", "Kustomization", "Chart.yaml")
                .anyMatch(name -> tree.isFile(prefix + name));
        FileTree named = PatchedTree.of(tree)
                .put(ROOT, FileContent.text(root(path, rendered)))
                .build();
        Sources sources = new DirectorySources(tree, REPOSITORY, others);
        Declared declared = DeclaredReader.read(
                named,
                sources,
                new Renderer(),
                ApplicationSets.unread(),
                options.versions(KubernetesVersions.unknown()));
        List<RenderedApplication> own = declared.applications().stream()
                .map(each -> unjudged(each, path.isEmpty() ? "." : path))
                .toList();
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
    private static RenderedApplication unjudged(RenderedApplication rendered, String path) {
        List<Finding> own = rendered.findings().stream()
                .filter(each -> !each.where().startsWith(ROOT))
                .toList();
        return new RenderedApplication(
                in(path, rendered.application()),
                rendered.revision(),
                rendered.objects(),
                rendered.filesRead(),
                rendered.fingerprint(),
                own,
                rendered.doubts(),
                rendered.parts());
    }

    /** Stands in the directory, so that what cannot be placed any nearer is placed there. */
    private static Application in(String path, Application application) {
        return new Application(
                application.name(),
                path,
                application.project(),
                application.sources(),
                application.cluster(),
                application.namespace(),
                application.object(),
                application.origin());
    }

    private static String root(String path, boolean rendered) {
        String quoted = "\"" + path.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        return """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: directory}
                spec:
                  project: default
                  source: {repoURL: "%s", path: %s%s}
                  destination: {name: "this directory", namespace: default}
                  # How it is applied is not known.
                  syncPolicy: {syncOptions: [ServerSideApply=true]}
                """.formatted(REPOSITORY, quoted, rendered ? "" : ", directory: {recurse: true}");
    }
}
