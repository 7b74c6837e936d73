package dev.slipway.desiredstate;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.gitops.placement.Landscape;
import dev.slipway.gitops.placement.LandscapeReader;
import dev.slipway.platform.Cluster;
import dev.slipway.platform.Environment;
import dev.slipway.platform.PlatformDefinition;
import java.util.List;
import java.util.Objects;

/** The platform definition as the readers of manifests see it. */
public final class Landscapes {

    private Landscapes() {}

    public static Landscape of(PlatformDefinition definition) {
        return new Landscape(
                clusters(definition.clusters()),
                definition.environments().stream().map(Landscapes::environment).toList());
    }

    /** As the tree's own definition says; where that cannot be read, as the one in force. */
    public static Landscape of(FileTree tree, PlatformDefinition inForce) {
        Landscape own = LandscapeReader.read(tree);
        return own.environments().isEmpty() ? of(inForce) : own;
    }

    static List<Landscape.Cluster> clusters(List<Cluster> clusters) {
        return clusters.stream()
                .map(each -> new Landscape.Cluster(
                        each.name().value(),
                        each.hub(),
                        Objects.requireNonNullElse(each.network(), ""),
                        each.gateway(),
                        Objects.requireNonNullElse(each.server(), ""),
                        each.labels()))
                .toList();
    }

    private static Landscape.Environment environment(Environment environment) {
        return new Landscape.Environment(
                environment.name().value(),
                environment.cluster().value(),
                environment.namespacePattern(),
                environment.gated());
    }
}
