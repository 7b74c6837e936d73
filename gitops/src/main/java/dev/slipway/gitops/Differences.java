package dev.slipway.gitops;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeDifference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which paths differ between the trees that were rendered from last; each pair is compared once. */
final class Differences {

    private static final int TREES = 6;

    private final Map<String, FileTree> trees = newest();
    private final Map<Pair, Paths> known = newest();

    private volatile Last last = new Last(new Pair("", ""), Paths.of(List.of()));

    private record Pair(String before, String after) {}

    /** Thousands of sources ask for the same one after another. */
    private record Last(Pair pair, Paths paths) {}

    /** Empty when the earlier tree is not known any more. */
    Optional<Paths> between(String before, String after, FileTree tree) {
        Pair pair = new Pair(before, after);
        Last newest = last;
        if (newest.pair().equals(pair)) {
            return Optional.of(newest.paths());
        }
        return among(pair, tree).map(paths -> {
            last = new Last(pair, paths);
            return paths;
        });
    }

    private Optional<Paths> among(Pair pair, FileTree tree) {
        FileTree earlier;
        synchronized (this) {
            trees.put(pair.after(), tree);
            Paths paths = known.get(pair);
            earlier = trees.get(pair.before());
            if (paths != null || earlier == null) {
                return Optional.ofNullable(paths);
            }
        }
        Paths paths = Paths.of(TreeDifference.between(earlier, tree));
        synchronized (this) {
            known.put(pair, paths);
        }
        return Optional.of(paths);
    }

    synchronized void add(String commit, FileTree tree) {
        trees.put(commit, tree);
    }

    private static <K, V> Map<K, V> newest() {
        return new LinkedHashMap<>(TREES, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.@Nullable Entry<K, V> eldest) {
                return size() > TREES;
            }
        };
    }
}
