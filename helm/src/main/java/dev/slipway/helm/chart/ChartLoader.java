package dev.slipway.helm.chart;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.documents.yaml.Place;
import dev.slipway.kustomize.problem.Refusal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the files of a chart from a tree, without those that .helmignore names. */
public final class ChartLoader {
    private static final long LARGEST = 128L << 20;
    private static final int MOST_FILES = 20_000;

    private final FileTree tree;
    private final Set<String> read;
    private final String directory;
    private final Map<String, byte[]> files = new TreeMap<>();
    private IgnoreRules rules = IgnoreRules.parse("");
    private long size;

    private ChartLoader(FileTree tree, Set<String> read, String directory) {
        this.tree = tree;
        this.read = read;
        this.directory = directory;
    }

    /**
     * The chart in a directory.
     *
     * @param read takes the paths of all files and directories that were looked at
     * @throws Refusal with all that is wrong with the files
     */
    public static Chart load(FileTree tree, String directory, Set<String> read) {
        ChartLoader loader = new ChartLoader(tree, read, directory);
        loader.readRules();
        loader.gather("", 0);
        return ChartBuilder.build(directory, loader.files);
    }

    private void readRules() {
        String path = TreePath.join(directory, ".helmignore");
        if (!tree.isFile(path)) {
            return;
        }
        read.add(path);
        try {
            rules = IgnoreRules.parse(tree.text(path).orElse(""));
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    new Place(path, Integer.parseInt(String.valueOf(e.getMessage())), 1),
                    "Helm does not know ** in .helmignore.",
                    "a shell pattern.",
                    "Write one line for each directory.");
        }
    }

    private void gather(String below, int depth) {
        String here = TreePath.join(directory, below);
        read.add(here);
        if (depth > 40) {
            throw refused(here, "The directories are nested too deeply here.", "at most 40 levels.");
        }
        for (TreeEntry entry : tree.list(here)) {
            String path = TreePath.join(below, entry.name());
            if (rules.ignores(path, entry.isDirectory())) {
                continue;
            }
            if (entry.isDirectory()) {
                gather(path, depth + 1);
            } else if (entry.isFile()) {
                add(path, entry.path());
            } else {
                throw refused(
                        entry.path(),
                        "\"" + entry.path() + "\" is a symbolic link or a submodule, which is not followed.",
                        "a regular file or directory.");
            }
        }
    }

    private void add(String path, String inTree) {
        read.add(inTree);
        byte[] bytes = tree.read(inTree);
        size += bytes.length;
        files.put(path, bytes);
        if (size > LARGEST || files.size() > MOST_FILES) {
            throw refused(directory, "The chart is larger than 128 MiB or " + MOST_FILES + " files.", "a smaller one.");
        }
    }

    private static Refusal refused(String path, String what, String expected) {
        return new Refusal(
                new Place(path, 1, 1),
                what,
                expected,
                "Put the files themselves into the chart, or name it in .helmignore.");
    }
}
