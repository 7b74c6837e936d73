package dev.slipway.kustomize;

import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kustomize.document.ManifestReader;
import dev.slipway.kustomize.document.PlainYaml;
import dev.slipway.kustomize.problem.Problems;
import dev.slipway.kustomize.problem.Refusal;
import dev.slipway.kustomize.read.Text;
import java.util.ArrayList;
import java.util.List;

/** Finds the documents that {@code generators}, {@code transformers} and {@code validators} list. */
final class ExtensionDocuments {

    /** @param configuredIn the file that holds it, as seen from the rendered directory */
    record Extension(YamlMap document, String configuredIn) {}

    private final Layers layers;
    private final Sources sources;

    ExtensionDocuments(Layers layers, Sources sources) {
        this.layers = layers;
        this.sources = sources;
    }

    /** Those that are written in place first, as kustomize takes them. */
    List<Extension> find(List<Text> entries, Trail trail, String kustomizationFile) {
        List<Extension> found = new ArrayList<>();
        Problems problems = new Problems();
        List<Text> paths = new ArrayList<>();
        for (Text entry : entries) {
            if (entry.text().strip().contains("\n")) {
                String file = entry.place() + " (inline)";
                problems.collect(() -> maps(file, entry.text())
                        .forEach(map -> found.add(new Extension(map, trail.origin(kustomizationFile)))));
            } else {
                paths.add(entry);
            }
        }
        paths.forEach(path -> problems.collect(() -> found.addAll(read(path, trail))));
        problems.stopIfAny();
        return found;
    }

    private List<Extension> read(Text path, Trail trail) {
        String resolved = sources.resolve(trail.directory(), path);
        if (!sources.isDirectory(resolved)) {
            return maps(resolved, sources.text(trail.directory(), path)).stream()
                    .map(map -> new Extension(map, trail.origin(path.text())))
                    .toList();
        }
        Accumulation base = layers.base(resolved, path, trail);
        return base.items().all().stream()
                .map(item -> new Extension(
                        PlainYaml.map(item.content(), item.place()),
                        item.origin() == null ? "" : item.origin().path()))
                .toList();
    }

    private static List<YamlMap> maps(String file, String text) {
        List<YamlMap> maps = new ArrayList<>();
        for (YamlValue document : ManifestReader.documents(file, text)) {
            maps.add(document.asMap()
                    .orElseThrow(() -> new Refusal(
                            document.place(),
                            "This document is " + document.kind() + ".",
                            "a generator or transformer, a map with apiVersion: builtin and a kind.",
                            "Correct it or remove it.")));
        }
        return maps;
    }
}
