package dev.slipway.gitops.routes.explain;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.gitops.Declared;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.Sources;
import dev.slipway.gitops.routes.Route.Hop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where objects stand: found again by kind and name in the files that they were rendered from. */
final class Places {

    private final Declared declared;
    private final Sources sources;
    private final String ownRepository;
    private final UnaryOperator<String> cluster;
    private @Nullable Map<String, List<Found>> byObject;

    /** @param namespace where its Application puts it when it names none */
    private record Found(YamlMap document, String namespace, String repository) {

        String where(String pointer) {
            for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
                Optional<YamlValue> value = document.at(at);
                if (value.isPresent()) {
                    return repository + value.get().place();
                }
            }
            return repository + document.place();
        }
    }

    /** @param cluster the name of a cluster by an Application's destination */
    Places(Declared declared, Sources sources, String ownRepository, UnaryOperator<String> cluster) {
        this.declared = declared;
        this.sources = sources;
        this.ownRepository = ownRepository;
        this.cluster = cluster;
    }

    /** Read when the first place is asked for: most people never ask. */
    private synchronized Map<String, List<Found>> byObject() {
        if (byObject == null) {
            Map<String, List<Found>> read = new HashMap<>();
            declared.applications().forEach(each -> take(each, read));
            byObject = read;
        }
        return byObject;
    }

    private void take(RenderedApplication rendered, Map<String, List<Found>> read) {
        String url = rendered.application().source().repositoryUrl();
        if (sources.find(url, rendered.application().source().revision()) instanceof Sources.Answer.Found found) {
            boolean own = sources.identity(url).equals(sources.identity(ownRepository));
            String name = url.substring(url.lastIndexOf('/') + 1).replaceFirst("\\.git$", "");
            take(found.tree(), rendered, own ? "" : name + ": ", read);
        }
    }

    private void take(FileTree tree, RenderedApplication rendered, String prefix, Map<String, List<Found>> read) {
        String on = cluster.apply(rendered.application().cluster());
        for (String file : new TreeSet<>(rendered.filesRead())) {
            String text = file.matches(".*\\.ya?ml|.*\\.json") ? tree.text(file).orElse("") : "";
            for (YamlMap document : documents(file, text)) {
                String namespace = document.map("metadata")
                        .flatMap(metadata -> metadata.text("namespace"))
                        .orElse(rendered.application().namespace());
                String name = document.map("metadata")
                        .flatMap(metadata -> metadata.text("name"))
                        .orElse("");
                read.computeIfAbsent(key(on, document.text("kind").orElse(""), name), _ -> new ArrayList<>())
                        .add(new Found(document, namespace, prefix));
            }
        }
    }

    /** What is not YAML has been told by whoever rendered it. */
    private static List<YamlMap> documents(String file, String text) {
        try {
            return YamlReader.core().documents(file, text).stream()
                    .flatMap(each -> each.asMap().stream())
                    .toList();
        } catch (YamlException _) {
            return List.of();
        }
    }

    private static String key(String cluster, String kind, String name) {
        return cluster + " " + kind + " " + name;
    }

    /** File, line and column of what the hop points to; empty when it is not found. */
    String of(Hop hop) {
        return byObject().getOrDefault(key(hop.cluster(), hop.kind(), hop.name()), List.of()).stream()
                .filter(found -> found.namespace().equals(hop.namespace()))
                .findFirst()
                .map(found -> found.where(hop.pointer()))
                .orElse("");
    }
}
