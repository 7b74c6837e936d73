package dev.slipway.gitops.validation;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.gitops.Finding;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.validation.schema.CustomDefinition;
import dev.slipway.gitops.validation.schema.Schemas;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The definitions of custom resources that a tree holds: in {@code schemas/} for reading, and those that its Applications render.
 * Keeps what it has read; safe for use by several threads.
 */
final class HeldSchemas {

    static final String FOLDER = "schemas";

    private static final int MOST_KEPT = 4;
    private static final int MOST_FILES = 500;

    /** Equal definitions come to the same schemas, so that what was found with them holds on. */
    private final Map<List<Definition>, Schemas> kept = new LinkedHashMap<>();

    private final Map<File, List<Resource>> files = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<File, List<Resource>> eldest) {
            return size() > MOST_FILES;
        }
    };

    private record File(String path, String text) {}

    /** @param cluster empty where it is only held for reading */
    private record Definition(String cluster, String where, Resource object) {}

    record Held(Schemas schemas, List<Finding> problems) {}

    synchronized Held read(Subject subject, Options options, Clusters clusters) {
        List<Finding> problems = new ArrayList<>();
        List<Definition> definitions = new ArrayList<>(folder(options.schemas(), "", problems));
        definitions.addAll(folder(subject.tree(), FOLDER, problems));
        for (RenderedApplication each : subject.declared().applications()) {
            for (Resource object : each.objects()) {
                if (CustomDefinition.isOne(object)) {
                    String where = "the definition in Application "
                            + each.application().name();
                    definitions.add(new Definition(clusters.of(each), where, object));
                }
            }
        }
        Schemas known = kept.get(definitions);
        if (known == null) {
            known = new Schemas(definitions.stream()
                    .flatMap(each -> CustomDefinition.of(each.cluster(), each.where(), each.object()).stream())
                    .toList());
            if (kept.size() >= MOST_KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
            kept.put(definitions, known);
        }
        return new Held(known, problems);
    }

    private List<Definition> folder(FileTree tree, String folder, List<Finding> problems) {
        List<Definition> definitions = new ArrayList<>();
        for (TreeEntry file : tree.isDirectory(folder) ? tree.walk(folder) : List.<TreeEntry>of()) {
            if (file.isFile() && file.path().matches(".*\\.(yaml|yml|json)")) {
                try {
                    String text = tree.text(file.path()).orElse("");
                    files.computeIfAbsent(new File(file.path(), text), HeldSchemas::read)
                            .forEach(each -> definitions.add(new Definition("", file.path(), each)));
                } catch (YamlException e) {
                    problems.add(new Finding(
                            e.place().toString(),
                            e.reason(),
                            "CustomResourceDefinitions",
                            "Correct the file, or take it out of the folder."));
                }
            }
        }
        return definitions;
    }

    private static List<Resource> read(File file) {
        return YamlReader.core().documents(file.path(), file.text()).stream()
                .map(YamlValue::plain)
                .map(Values::asMap)
                .filter(Objects::nonNull)
                .map(Resource::of)
                .filter(CustomDefinition::isOne)
                .toList();
    }
}
