package dev.slipway.previews.manifests;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.platform.NamespaceFiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The whole trees of the platform repository that a service's previews consist of. */
@Component
public class PreviewTrees {

    private final NamespaceFiles namespaces;

    PreviewTrees(NamespaceFiles namespaces) {
        this.namespaces = namespaces;
    }

    /**
     * The files by tree and by path below it.
     *
     * @param sites of one service
     */
    public Map<String, Map<String, FileContent>> of(List<PreviewSite> sites) {
        Map<String, Map<String, FileContent>> trees = new TreeMap<>();
        sites.forEach(site -> add(trees, site));
        return trees;
    }

    private void add(Map<String, Map<String, FileContent>> trees, PreviewSite site) {
        String service = site.service().name().value();
        String applications = "applications/" + service + "/previews";
        put(trees, applications, site, PreviewApplication.of(site, applications + "/" + site.file()));
        put(trees, routing(site.cluster().name().value(), service), site, PreviewRoutes.of(site));
        trees.put(
                "clusters/" + site.cluster().name() + "/namespaces/" + site.namespace(),
                namespaces.of(
                        site.namespace(),
                        site.service().team(),
                        Map.of(
                                "slipway.dev/service",
                                service,
                                "slipway.dev/preview",
                                Integer.toString(site.number()))));
    }

    private static String routing(String cluster, String service) {
        return "clusters/" + cluster + "/routing/" + service + "/previews";
    }

    private static void put(Map<String, Map<String, FileContent>> trees, String tree, PreviewSite site, String text) {
        trees.computeIfAbsent(tree, _ -> new LinkedHashMap<>()).put(site.file(), FileContent.text(text));
    }
}
