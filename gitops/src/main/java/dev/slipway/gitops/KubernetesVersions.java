package dev.slipway.gitops;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which Kubernetes clusters run: {@code spec.clusters[].kubernetes} of platform.yaml, for example {@code 1.33}. Charts are rendered for it.
 *
 * @param byDestination by the names under which Applications go to a cluster: its own, its server's URL, for the hub {@code in-cluster}
 * @param everywhere what every cluster is taken to run, whatever is said of it; null for nothing
 */
public record KubernetesVersions(
        Map<String, String> byDestination, @Nullable String everywhere) {

    private static final String FILE = "platform.yaml";

    public KubernetesVersions {
        byDestination = Map.copyOf(byDestination);
    }

    /** Of a broken platform.yaml nothing: whoever reads the definition says what is wrong with it. */
    public static KubernetesVersions read(FileTree tree) {
        Map<String, String> versions = new TreeMap<>();
        try {
            YamlReader.core().documents(FILE, tree.text(FILE).orElse("")).stream()
                    .flatMap(each -> each.at("/spec/clusters").flatMap(YamlValue::asList).stream())
                    .flatMap(each -> each.items().stream())
                    .flatMap(each -> each.asMap().stream())
                    .forEach(each -> put(each, versions));
        } catch (YamlException | TreeException _) {
            versions.clear();
        }
        return new KubernetesVersions(versions, null);
    }

    /** Of clusters that nobody has said anything of. */
    public static KubernetesVersions unknown() {
        return new KubernetesVersions(Map.of(), null);
    }

    /** Of clusters that all run this one. */
    public static KubernetesVersions everywhere(String version) {
        return new KubernetesVersions(Map.of(), version);
    }

    private static void put(YamlMap cluster, Map<String, String> versions) {
        cluster.text("kubernetes").ifPresent(version -> {
            cluster.text("name").ifPresent(name -> versions.put(name, version));
            cluster.text("server").ifPresent(server -> versions.put(server, version));
            if (cluster.text("role").orElse("").equals("hub")) {
                versions.put("in-cluster", version);
            }
        });
    }

    /** @param destination as an Application calls its cluster */
    public Optional<String> of(String destination) {
        return Optional.ofNullable(everywhere == null ? byDestination.get(destination) : everywhere);
    }
}
