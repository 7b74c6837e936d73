package dev.slipway.previews.manifests;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a commit of the platform repository says about previews, whoever wrote it and however long ago. */
public final class PreviewsInGit {

    private static final Pattern PREVIEW_NAMESPACE = Pattern.compile(".*-pr-[0-9]+(-.*)?");
    private static final Pattern SERVICE =
            Pattern.compile("(?s).*\\n    slipway\\.dev/preview: .*\\n    slipway\\.dev/service: \"([^\"]+)\"\\n.*");

    private final FileTree tree;
    private final Map<String, Map<String, Map<String, FileContent>>> found = new TreeMap<>();

    private PreviewsInGit(FileTree tree) {
        this.tree = tree;
    }

    /** By service and by tree. */
    public static Map<String, Map<String, Map<String, FileContent>>> of(FileTree tree) {
        PreviewsInGit reading = new PreviewsInGit(tree);
        reading.directories("applications")
                .forEach(service -> reading.take(service.name(), service.path() + "/previews"));
        reading.directories("clusters").forEach(reading::cluster);
        return reading.found;
    }

    private void cluster(TreeEntry cluster) {
        directories(cluster.path() + "/routing").forEach(service -> take(service.name(), service.path() + "/previews"));
        directories(cluster.path() + "/namespaces").stream()
                .filter(namespace -> PREVIEW_NAMESPACE.matcher(namespace.name()).matches())
                .forEach(this::namespace);
    }

    /** A namespace that merely looks like a preview's is none. */
    private void namespace(TreeEntry namespace) {
        Matcher service =
                SERVICE.matcher(tree.text(namespace.path() + "/namespace.yaml").orElse(""));
        if (service.matches()) {
            take(service.group(1), namespace.path());
        }
    }

    private List<TreeEntry> directories(String path) {
        return tree.list(path).stream().filter(TreeEntry::isDirectory).toList();
    }

    private void take(String service, String path) {
        if (tree.isDirectory(path)) {
            found.computeIfAbsent(service, _ -> new TreeMap<>()).put(path, files(path));
        }
    }

    private Map<String, FileContent> files(String path) {
        Map<String, FileContent> files = new HashMap<>();
        tree.walk(path)
                .forEach(entry -> files.put(
                        entry.path().substring(path.length() + 1),
                        new FileContent(tree.read(entry.path()), entry.mode())));
        return files;
    }
}
