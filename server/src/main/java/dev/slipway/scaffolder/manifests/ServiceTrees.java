package dev.slipway.scaffolder.manifests;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import dev.slipway.platform.Environment;
import dev.slipway.platform.PlatformDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the platform repository says about a service: {@code applications/<service>/<environment>.yaml} and {@code
 * clusters/<cluster>/routing/<service>/<environment>.yaml} in the hub and in each cluster that it runs in.
 */
public final class ServiceTrees {

    private ServiceTrees() {}

    /** The files by tree and by path below it. */
    public static Map<String, Map<String, FileContent>> of(
            PlatformDefinition definition,
            List<Environment> environments,
            ServiceName service,
            TeamName team,
            RepositoryRef repository,
            CommitId commit) {
        Map<String, Map<String, FileContent>> trees = new TreeMap<>();
        for (Environment environment : environments) {
            Placement placement = new Placement(
                    definition, environment, service, team, definition.git().urlOf(repository), commit);
            String file = environment.name() + ".yaml";
            put(trees, "applications/" + service, file, ApplicationManifest.of(placement));
            put(trees, routing(environment.cluster().value(), service), file, RouteManifests.spoke(placement));
            if (!placement.cluster().hub()) {
                put(trees, routing(definition.hub().name().value(), service), file, RouteManifests.hub(placement));
            }
        }
        return trees;
    }

    /** Every path that can hold something about the service. */
    public static SortedSet<String> paths(PlatformDefinition definition, ServiceName service) {
        SortedSet<String> paths = new TreeSet<>();
        paths.add("applications/" + service);
        definition
                .clusters()
                .forEach(cluster -> paths.add(routing(cluster.name().value(), service)));
        return paths;
    }

    private static String routing(String cluster, ServiceName service) {
        return "clusters/" + cluster + "/routing/" + service;
    }

    private static void put(Map<String, Map<String, FileContent>> trees, String tree, String file, String text) {
        trees.computeIfAbsent(tree, _ -> new LinkedHashMap<>()).put(file, FileContent.text(text));
    }
}
