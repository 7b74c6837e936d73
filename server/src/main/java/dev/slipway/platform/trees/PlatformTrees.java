package dev.slipway.platform.trees;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.RegisteredService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A function from the definition and the services to whole trees of the platform repository; no other input. */
public final class PlatformTrees {

    private PlatformTrees() {}

    /** The trees that Slipway keeps equal to the definition, each with its files by path below the tree. */
    public static Map<String, Map<String, FileContent>> of(
            PlatformDefinition definition, List<RegisteredService> services) {
        Map<String, Map<String, FileContent>> trees = new TreeMap<>();
        trees.put("bootstrap", contents(Bootstrap.files(definition)));
        trees.put("projects", contents(Projects.files(definition, services)));
        definition.clusters().forEach(cluster -> {
            trees.put(
                    "clusters/" + cluster.name() + "/routing/platform",
                    contents(ClusterRouting.files(definition, cluster)));
            Namespaces.trees(definition, cluster).forEach((path, files) -> trees.put(path, contents(files)));
        });
        return trees;
    }

    /** The AppProjects of teams' environments, each a file below projects/; those of previews go and come with the previews. */
    public static Map<String, String> projects(PlatformDefinition definition, List<RegisteredService> services) {
        return Projects.ofEnvironments(definition, services);
    }

    static Map<String, FileContent> contents(Map<String, String> texts) {
        Map<String, FileContent> contents = new LinkedHashMap<>();
        texts.forEach((path, text) -> contents.put(path, FileContent.text(text)));
        return contents;
    }
}
