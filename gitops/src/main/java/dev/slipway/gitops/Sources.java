package dev.slipway.gitops;

import dev.slipway.documents.tree.FileTree;

/** Where Applications' sources come from. */
public interface Sources {

    /**
     * The tree of a repository at a revision.
     *
     * @param revision branch, tag or commit as the Application has it
     */
    Answer find(String repositoryUrl, String revision);

    /** The same text for URLs that mean the same repository. */
    default String identity(String repositoryUrl) {
        return repositoryUrl.replaceFirst("\\.git/?$", "");
    }

    /** A tree, or why there is none. */
    sealed interface Answer {
        /** @param commit what the revision is now; renders of one commit are equal */
        record Found(FileTree tree, String commit) implements Answer {}

        record Missing(String reason) implements Answer {}
    }
}
