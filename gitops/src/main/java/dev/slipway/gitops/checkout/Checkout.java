package dev.slipway.gitops.checkout;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.gitops.Declared;
import dev.slipway.gitops.DeclaredReader;
import dev.slipway.gitops.KubernetesVersions;
import dev.slipway.gitops.Renderer;
import dev.slipway.gitops.Sources;
import dev.slipway.gitops.placement.Landscape;
import dev.slipway.gitops.placement.LandscapeReader;
import dev.slipway.gitops.placement.Placements;
import dev.slipway.gitops.sets.ApplicationSetReader;
import dev.slipway.gitops.sets.KnownCluster;
import dev.slipway.gitops.sets.KnownClusters;
import dev.slipway.gitops.sets.PullRequests;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A checkout of a GitOps repository with what it declares.
 *
 * @param repository its URL, as its Applications write it; empty when none does
 */
public record Checkout(FileTree tree, Declared declared, Landscape landscape, Sources sources, String repository) {

    /**
     * @param tree of the repository that holds the Applications
     * @param others other repositories' trees by URL, charts of Helm repositories by the repository's URL, slash, chart
     */
    public static Checkout read(FileTree tree, Map<String, FileTree> others) {
        return read(tree, own -> new DirectorySources(tree, own, new GivenTrees(others)), new Renderer());
    }

    /**
     * @param sources by the URL that the tree's own Applications write for it
     * @param renderer which may have read other revisions of the same sources
     */
    public static Checkout read(FileTree tree, Function<String, Sources> sources, Renderer renderer) {
        return read(tree, sources, renderer, KubernetesVersions.read(tree));
    }

    /**
     * @param sources by the URL that the tree's own Applications write for it
     * @param kubernetes which charts are rendered for
     */
    public static Checkout read(
            FileTree tree, Function<String, Sources> sources, Renderer renderer, KubernetesVersions kubernetes) {
        String own = OwnRepository.url(tree);
        Sources found = sources.apply(own);
        Landscape landscape = LandscapeReader.read(tree);
        List<KnownCluster> clusters =
                landscape.clusters().isEmpty() ? KnownClusters.in(tree) : KnownClusters.of(landscape);
        Declared declared = DeclaredReader.read(
                tree, found, renderer, new ApplicationSetReader(clusters, PullRequests.unknown()), kubernetes);
        return new Checkout(tree, declared, landscape, found, own);
    }

    public Placements placements() {
        return new Placements(landscape);
    }
}
