package dev.slipway.gitops.routes.explain;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.gitops.DeclaredReader;
import dev.slipway.gitops.Renderer;
import dev.slipway.gitops.Sources;
import dev.slipway.gitops.routes.explain.PlatformRoutes.Cluster;
import java.util.List;
import java.util.Map;

/** The routes of a checkout of the platform repository: without a server, and without what is not at hand. */
public final class Checkout {

    private static final String DEFINITION = "platform.yaml";
    private static final String ROOT = "bootstrap/root.yaml";

    private Checkout() {}

    /**
     * @param tree of the platform repository
     * @param others other repositories' trees by URL
     * @throws IllegalArgumentException when it is no platform repository, with what is missing
     */
    public static PlatformRoutes read(FileTree tree, Map<String, FileTree> others) {
        List<Cluster> clusters = clusters(tree);
        String own = repository(tree);
        Sources sources = new DirectorySources(tree, own, others);
        return new PlatformRoutes(DeclaredReader.read(tree, sources, new Renderer()), sources, own, clusters);
    }

    private static YamlMap document(FileTree tree, String file, String kind) {
        try {
            return YamlReader.core().documents(file, tree.text(file).orElse("")).stream()
                    .flatMap(each -> each.asMap().stream())
                    .filter(each -> each.text("kind").orElse("").equals(kind))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "\"" + file + "\" has no " + kind + ": this is no checkout of a platform repository."));
        } catch (YamlException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        }
    }

    private static String repository(FileTree tree) {
        return document(tree, ROOT, "Application")
                .at("/spec/source/repoURL")
                .flatMap(YamlValue::asText)
                .orElseThrow(() -> new IllegalArgumentException("\"" + ROOT + "\" has no spec.source.repoURL."));
    }

    private static List<Cluster> clusters(FileTree tree) {
        List<Cluster> clusters = document(tree, DEFINITION, "Platform").map("spec").stream()
                .flatMap(spec -> spec.items("clusters").stream())
                .flatMap(each -> each.asMap().stream())
                .map(each -> new Cluster(
                        each.text("name").orElse(""),
                        each.text("role").orElse("").equals("hub"),
                        each.text("network").orElse(""),
                        each.text("gateway").orElse("")))
                .toList();
        if (clusters.stream().noneMatch(Cluster::hub)) {
            throw new IllegalArgumentException("\"" + DEFINITION + "\" has no cluster with role: hub.");
        }
        return clusters;
    }

    /** The checkout itself whatever revision is asked for, other directories likewise. */
    private record DirectorySources(FileTree tree, String own, Map<String, FileTree> others) implements Sources {

        @Override
        public Answer find(String repositoryUrl, String revision) {
            if (identity(repositoryUrl).equals(identity(own))) {
                return new Answer.Found(tree, "checkout");
            }
            return others.entrySet().stream()
                    .filter(each -> identity(each.getKey()).equals(identity(repositoryUrl)))
                    .<Answer>map(each -> new Answer.Found(each.getValue(), "checkout of " + each.getKey()))
                    .findFirst()
                    .orElseGet(() -> new Answer.Missing("it is not at hand"));
        }
    }
}
