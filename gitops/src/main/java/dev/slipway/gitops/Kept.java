package dev.slipway.gitops;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.ReadRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source came to, and what of the tree decided it.
 *
 * @param reads all that was asked of the tree, but for {@code folder}
 * @param asked the paths of all that, and of {@code folder}
 * @param folder of plain manifests; null for a kustomization
 * @param bytes about as many as it takes in memory, without what it shares with others
 */
record Kept(ReadRecord reads, Paths asked, @Nullable Folder folder, Output output, long bytes) {

    Kept(ReadRecord reads, @Nullable Folder folder, Output output, long bytes) {
        this(reads, paths(reads, folder), folder, output, bytes);
    }

    private static Paths paths(ReadRecord reads, @Nullable Folder folder) {
        List<String> paths = new ArrayList<>(reads.paths());
        if (folder != null) {
            paths.add(folder.path());
        }
        return Paths.of(paths);
    }

    /** Whether rendering again from this tree would come to the same. */
    boolean holds(FileTree tree) {
        return reads.holds(tree) && (folder == null || isSame(folder, tree));
    }

    private static boolean isSame(Folder folder, FileTree tree) {
        return folder.id() != null
                && tree.contentId(folder.path()).filter(folder.id()::equals).isPresent();
    }

    /** Whether one of these paths may have decided it. */
    boolean concerns(Paths paths) {
        return asked.mayMeet(paths);
    }
}
