package dev.slipway.helm;

import dev.slipway.documents.tree.ComposedTree;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.helm.chart.Archive;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A tree in which charts that are packed inside others ({@code charts/redis-1.2.3.tgz}) are directories of that name, with the files of
 * the chart. One that cannot be unpacked has none. Safe for use by several threads.
 */
public final class UnpackedCharts extends ComposedTree {

    private static final String PACKED = ".tgz";

    private final FileTree tree;
    private final Map<String, FileTree> unpacked = new ConcurrentHashMap<>();

    public UnpackedCharts(FileTree tree) {
        this.tree = tree;
    }

    /** Whether a path in such a tree is of a packed chart's file. */
    public static boolean isPacked(String path) {
        return path.contains(PACKED + "/");
    }

    @Override
    protected Optional<Spot> spot(String path) {
        int end = (path + "/").indexOf(PACKED + "/");
        String archive = end < 0 ? "" : path.substring(0, end + PACKED.length());
        return Optional.of(
                end >= 0 && tree.isFile(archive)
                        ? new Spot(
                                unpacked.computeIfAbsent(archive, this::unpacked),
                                path.substring(Math.min(path.length(), archive.length() + 1)))
                        : new Spot(tree, path));
    }

    private FileTree unpacked(String archive) {
        try {
            return new UnpackedCharts(Archive.unpack(archive, tree.read(archive)));
        } catch (TreeException _) {
            return MemoryTree.of(Map.of());
        }
    }

    @Override
    public List<TreeEntry> list(String directory) {
        return super.list(directory).stream()
                .flatMap(each -> entry(each.path()).stream())
                .toList();
    }
}
