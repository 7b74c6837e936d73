package dev.slipway.desiredstate.check;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.PatchedTree;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.Merge;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.util.List;

/** What a commit would make of main if it were merged. */
public sealed interface Proposal {

    /** These paths were changed on both sides, or the two have nothing in common, so that nobody knows what the merge would be. */
    record Conflicting(List<String> paths) implements Proposal {
        public Conflicting {
            paths = List.copyOf(paths);
        }

        /** In words, without a full stop. */
        public String reason() {
            return paths.isEmpty()
                    ? "Main and this branch have no commit in common"
                    : "Main and this branch both changed " + String.join(", ", paths);
        }
    }

    /**
     * A merge that nobody has to decide about.
     *
     * @param key names the tree after the merge: equal keys mean equal trees
     */
    record Clean(CommitId main, FileTree before, List<FileChange> changes, FileTree after, String key)
            implements Proposal {
        public Clean {
            changes = List.copyOf(changes);
        }
    }

    /** Reads Git, so never inside a transaction. */
    static Proposal of(GitContent git, RepositoryRef repository, CommitId main, CommitId head) {
        return switch (git.merge(repository, main, head)) {
            case Merge.Conflicting conflict -> new Conflicting(conflict.paths());
            case Merge.Clean clean -> {
                FileTree before = git.snapshot(repository, main);
                yield new Clean(main, before, clean.changes(), merged(before, clean.changes()), main + "+" + head);
            }
        };
    }

    private static FileTree merged(FileTree main, List<FileChange> changes) {
        PatchedTree.Builder merged = PatchedTree.of(main);
        for (FileChange change : changes) {
            switch (change) {
                case FileChange.Put put -> merged.put(put.path(), put.content());
                case FileChange.Remove remove -> merged.remove(remove.path());
            }
        }
        return merged.build();
    }
}
