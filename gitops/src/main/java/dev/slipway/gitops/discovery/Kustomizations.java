package dev.slipway.gitops.discovery;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The kustomizations of a tree and what they refer to.
 *
 * @param references files and directories by the kustomization's directory, all as paths of the tree
 * @param components directories of components, which are no kustomizations of their own
 */
public record Kustomizations(Map<String, Set<String>> references, Set<String> components) {

    private static final Set<String> NAMES = Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");
    private static final List<String> LISTS = List.of("resources", "bases", "components");

    public Kustomizations {
        references = Map.copyOf(references);
        components = Set.copyOf(components);
    }

    static Kustomizations among(FileTree tree, List<String> files) {
        Map<String, Set<String>> references = new TreeMap<>();
        Set<String> components = new TreeSet<>();
        for (String file : files) {
            if (NAMES.contains(file.substring(file.lastIndexOf('/') + 1))) {
                String directory = TreePath.parent(file);
                YamlMap document = document(tree, file);
                references.put(directory, document == null ? Set.of() : paths(directory, document));
                if (document != null && document.text("kind").orElse("").equals("Component")) {
                    components.add(directory);
                }
            }
        }
        return new Kustomizations(references, components);
    }

    private static @Nullable YamlMap document(FileTree tree, String file) {
        try {
            return YamlReader.core().documents(file, tree.text(file).orElse("")).stream()
                    .flatMap(each -> each.asMap().stream())
                    .findFirst()
                    .orElse(null);
        } catch (YamlException | TreeException _) {
            return null;
        }
    }

    private static Set<String> paths(String directory, YamlMap document) {
        Set<String> paths = new TreeSet<>();
        LISTS.stream()
                .flatMap(list -> document.items(list).stream())
                .flatMap(each -> each.asText().stream())
                .flatMap(each -> resolved(directory, each))
                .forEach(paths::add);
        return paths;
    }

    private static Stream<String> resolved(String directory, String written) {
        try {
            return written.contains("://") ? Stream.empty() : Stream.of(TreePath.resolve(directory, written));
        } catch (TreeException _) {
            return Stream.empty();
        }
    }

    /** Those that no other one uses, in order of path: what people apply. */
    public List<String> tops() {
        Set<String> used = new TreeSet<>();
        references.values().forEach(used::addAll);
        return references.keySet().stream()
                .filter(each -> !used.contains(each) && !components.contains(each))
                .sorted()
                .toList();
    }

    /** Those that use this file or directory, directly or through others, and that no other one uses. */
    public Set<String> topsThatUse(String path) {
        Set<String> tops = new TreeSet<>();
        Set<String> seen = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(usersOf(path));
        while (!open.isEmpty()) {
            String user = open.poll();
            if (seen.add(user)) {
                List<String> above = usersOf(user);
                open.addAll(above);
                if (above.isEmpty() && !components.contains(user)) {
                    tops.add(user);
                }
            }
        }
        return tops;
    }

    private List<String> usersOf(String path) {
        return references.entrySet().stream()
                .filter(each -> each.getValue().contains(path))
                .map(Map.Entry::getKey)
                .toList();
    }
}
