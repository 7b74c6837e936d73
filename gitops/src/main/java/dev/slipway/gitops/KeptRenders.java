package dev.slipway.gitops;

import dev.slipway.documents.tree.FileTree;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The newest renders of each source, as many as a number of bytes admits; those used last stay longest. */
final class KeptRenders {

    /** Main, its predecessor, and pull requests that render otherwise. */
    private static final int PER_SOURCE = 4;

    private final Differences differences = new Differences();
    private final Map<ApplicationSource, List<Entry>> entries = new LinkedHashMap<>(64, 0.75f, true);
    private final long mostBytes;
    private long bytes;

    KeptRenders(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** A render, and the last tree for which it was found to hold. */
    private static final class Entry {
        private final Kept kept;
        private volatile String commit;

        Entry(Kept kept, String commit) {
            this.kept = kept;
            this.commit = commit;
        }
    }

    /**
     * A render that holds for this tree.
     *
     * @param whole the tree with its remote bases
     */
    Optional<Kept> find(ApplicationSource source, String commit, FileTree tree, FileTree whole) {
        List<Entry> candidates = candidates(source);
        for (Entry entry : candidates) {
            if (entry.commit.equals(commit) && entry.kept.isOfOneTree()) {
                return Optional.of(entry.kept);
            }
        }
        for (Entry entry : candidates) {
            if (isUntouched(entry, commit, tree) || entry.kept.holds(whole)) {
                entry.commit = commit;
                return Optional.of(entry.kept);
            }
        }
        return Optional.empty();
    }

    /** The newest render of a source, whether or not it holds. */
    Optional<Kept> newest(ApplicationSource source) {
        return candidates(source).stream().map(entry -> entry.kept).findFirst();
    }

    /** What differs from the last tree for which the newest render of a source was found to hold; empty where that is not known. */
    Optional<Paths> changedSinceNewest(ApplicationSource source, String commit, FileTree tree) {
        return candidates(source).stream()
                .findFirst()
                .flatMap(newest -> differences.between(newest.commit, commit, tree));
    }

    private boolean isUntouched(Entry entry, String commit, FileTree tree) {
        return differences
                .between(entry.commit, commit, tree)
                .filter(entry.kept::isUntouched)
                .isPresent();
    }

    private synchronized List<Entry> candidates(ApplicationSource source) {
        List<Entry> found = entries.get(source);
        return found == null ? List.of() : found;
    }

    synchronized void put(ApplicationSource source, String commit, Kept kept) {
        List<Entry> all = new ArrayList<>(PER_SOURCE);
        List<Entry> old = entries.getOrDefault(source, List.of());
        all.add(new Entry(kept, commit));
        old.stream().limit(PER_SOURCE - 1).forEach(all::add);
        bytes += size(all) - size(old);
        entries.put(source, List.copyOf(all));
        Iterator<Map.Entry<ApplicationSource, List<Entry>>> eldest =
                entries.entrySet().iterator();
        while (bytes > mostBytes && entries.size() > 1) {
            bytes -= size(eldest.next().getValue());
            eldest.remove();
        }
    }

    void add(String commit, FileTree tree) {
        differences.add(commit, tree);
    }

    private static long size(@Nullable List<Entry> list) {
        return list == null
                ? 0
                : list.stream().mapToLong(entry -> entry.kept.bytes()).sum();
    }
}
