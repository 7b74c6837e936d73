package dev.slipway.gitops.discovery;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeEntry;
import java.util.Set;
import java.util.stream.Stream;

/** The files of a tree that may hold manifests: no hidden directories, nothing that package managers put there. */
final class ReadableFiles {

    private static final Set<String> PASSED_OVER = Set.of("node_modules", "vendor", "target", "build", "dist");

    private ReadableFiles() {}

    static Stream<String> below(FileTree tree, String directory) {
        return tree.list(directory).stream()
                .flatMap(entry -> entry.isDirectory() ? directory(tree, entry) : Stream.of(entry.path()));
    }

    private static Stream<String> directory(FileTree tree, TreeEntry directory) {
        boolean passedOver = directory.name().startsWith(".") || PASSED_OVER.contains(directory.name());
        return passedOver ? Stream.empty() : below(tree, directory.path());
    }

    /** JSON is YAML, and Argo CD reads it as well. */
    static boolean isManifest(String path) {
        return path.endsWith(".yaml") || path.endsWith(".yml") || path.endsWith(".json");
    }
}
