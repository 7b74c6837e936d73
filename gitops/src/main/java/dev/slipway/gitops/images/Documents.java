package dev.slipway.gitops.images;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files of one repository, read once; what is no YAML has no documents. */
final class Documents {

    private final FileTree tree;
    private final String repository;
    private final Map<String, List<YamlValue>> read = new HashMap<>();

    /** @param repository URL; empty for the one that holds the Applications */
    Documents(FileTree tree, String repository) {
        this.tree = tree;
        this.repository = repository;
    }

    FileTree tree() {
        return tree;
    }

    String repository() {
        return repository;
    }

    List<YamlValue> of(String file) {
        return read.computeIfAbsent(file, this::documents);
    }

    private List<YamlValue> documents(String file) {
        try {
            return YamlReader.core().documents(file, tree.text(file).orElse(""));
        } catch (YamlException | TreeException _) {
            return List.of();
        }
    }
}
