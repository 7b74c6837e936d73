package dev.slipway.git.content;

import dev.slipway.git.content.TreeObjects.Entry;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Merges trees in which no file was changed on both sides. It looks into the directories alone that both have changed, however
 * many files the others hold.
 */
final class TreeMerge {

    private final TreeObjects trees;

    TreeMerge(TreeObjects trees) {
        this.trees = trees;
    }

    /** Empty where a file is another on both sides, or gone on one of them: that takes a look into files. */
    Optional<ObjectId> of(ObjectId base, ObjectId ours, ObjectId theirs) throws IOException {
        return merged(directory(base), directory(ours), directory(theirs)).map(Entry::id);
    }

    private static Entry directory(ObjectId tree) {
        return new Entry(FileMode.TREE, tree);
    }

    private Optional<Entry> merged(@Nullable Entry base, Entry ours, Entry theirs) throws IOException {
        if (ours.equals(theirs) || theirs.equals(base)) {
            return Optional.of(ours);
        }
        if (ours.equals(base)) {
            return Optional.of(theirs);
        }
        return ours.isDirectory() && theirs.isDirectory() && (base == null || base.isDirectory())
                ? directories(base == null ? null : base.id(), ours.id(), theirs.id())
                : Optional.empty();
    }

    private Optional<Entry> directories(@Nullable ObjectId base, ObjectId ours, ObjectId theirs) throws IOException {
        Map<String, Entry> before = trees.read(base);
        Map<String, Entry> here = trees.read(ours);
        Map<String, Entry> there = trees.read(theirs);
        Set<String> names = new LinkedHashSet<>(here.keySet());
        names.addAll(there.keySet());
        Map<String, Entry> merged = new LinkedHashMap<>();
        for (String name : names) {
            Entry old = before.get(name);
            Entry our = here.get(name);
            Entry their = there.get(name);
            if (our != null && their != null) {
                Optional<Entry> both = merged(old, our, their);
                if (both.isEmpty()) {
                    return Optional.empty();
                }
                merged.put(name, both.get());
            } else {
                Entry only = Objects.requireNonNull(our == null ? their : our);
                if (old == null) {
                    merged.put(name, only);
                } else if (!only.equals(old)) {
                    return Optional.empty();
                }
            }
        }
        // Each side may have emptied its half of a directory, which is none then.
        return merged.isEmpty() ? Optional.empty() : Optional.of(directory(trees.write(merged)));
    }
}
