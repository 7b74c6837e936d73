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
 * @param remotes the remote bases among them, which lie in other trees
 * @param folder of plain manifests; null for a kustomization
 * @param bytes about as many as it takes in memory, without what it shares with others
 */
record Kept(
        ReadRecord reads,
        Paths asked,
        List<Revision> remotes,
        @Nullable Folder folder,
        Output output,
        long bytes) {

    Kept(ReadRecord reads, @Nullable Folder folder, Output output, long bytes) {
        this(reads, paths(reads, folder), RemoteBases.among(reads.paths()), folder, output, bytes);
    }

    private static Paths paths(ReadRecord reads, @Nullable Folder folder) {
        List<String> paths = new ArrayList<>(reads.paths());
        if (folder != null) {
            paths.add(folder.path());
        }
        return Paths.of(paths);
    }

    /** Whether its source's tree alone decided it. */
    boolean isOfOneTree() {
        return remotes.isEmpty();
    }

    /** Whether rendering again from this tree, with its remote bases, would come to the same. */
    boolean holds(FileTree tree) {
        return reads.holds(tree) && (folder == null || isSame(folder, tree));
    }

    private static boolean isSame(Folder folder, FileTree tree) {
        return folder.id() != null
                && tree.contentId(folder.path()).filter(folder.id()::equals).isPresent();
    }

    /** Whether it is known that its source's tree alone decided it, and none of these paths. */
    boolean isUntouched(Paths changed) {
        return isOfOneTree() && !asked.mayMeet(changed);
    }
}
