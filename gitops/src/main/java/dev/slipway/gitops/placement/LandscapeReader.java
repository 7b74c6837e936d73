package dev.slipway.gitops.placement;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.gitops.placement.Landscape.Cluster;
import dev.slipway.gitops.placement.Landscape.Environment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Takes from platform.yaml what reading manifests needs; whether it is valid is the server's business. */
public final class LandscapeReader {

    private static final String FILE = "platform.yaml";

    private LandscapeReader() {}

    /** @return unknown where the tree has no platform.yaml, or one that is no YAML */
    public static Landscape read(FileTree tree) {
        List<YamlMap> specs = documents(tree).stream()
                .filter(each -> each.text("kind").orElse("").equals("Platform"))
                .flatMap(each -> each.map("spec").stream())
                .toList();
        return new Landscape(
                specs.stream()
                        .flatMap(spec -> maps(spec, "clusters"))
                        .map(LandscapeReader::cluster)
                        .toList(),
                specs.stream()
                        .flatMap(spec -> maps(spec, "environments"))
                        .map(LandscapeReader::environment)
                        .toList());
    }

    private static List<YamlMap> documents(FileTree tree) {
        try {
            return tree.isFile(FILE)
                    ? YamlReader.core().documents(FILE, tree.text(FILE).orElse("")).stream()
                            .flatMap(each -> each.asMap().stream())
                            .toList()
                    : List.of();
        } catch (YamlException _) {
            return List.of();
        }
    }

    private static Stream<YamlMap> maps(YamlMap spec, String list) {
        return spec.items(list).stream().flatMap(each -> each.asMap().stream());
    }

    private static Cluster cluster(YamlMap cluster) {
        return new Cluster(
                cluster.text("name").orElse(""),
                cluster.text("role").orElse("").equals("hub"),
                cluster.text("network").orElse(""),
                cluster.text("gateway").orElse(""),
                cluster.text("server").orElse(""),
                labels(cluster));
    }

    private static Map<String, String> labels(YamlMap cluster) {
        Map<String, String> labels = new LinkedHashMap<>();
        cluster.map("labels")
                .ifPresent(map -> map.entries()
                        .forEach(each -> labels.put(
                                each.key().text(), each.value().asText().orElse(""))));
        return labels;
    }

    private static Environment environment(YamlMap environment) {
        return new Environment(
                environment.text("name").orElse(""),
                environment.text("cluster").orElse(""),
                environment.text("namespace").orElse(""),
                environment.map("promotes").isPresent());
    }
}
