package dev.slipway.gitops;

import dev.slipway.documents.tree.FileTree;
import org.jspecify.annotations.Nullable;

/** Where Applications' sources come from. */
public interface Sources {

    /**
     * The tree of a repository at a revision.
     *
     * @param revision branch, tag or commit as the Application has it
     */
    Answer find(String repositoryUrl, String revision);

    /** Whether what was found in an earlier pass is there unchanged; false when only finding it again can tell. */
    default boolean isStill(Answer.Found found) {
        return false;
    }

    /** The same text for URLs that mean the same repository. */
    default String identity(String repositoryUrl) {
        return repositoryUrl.replaceFirst("\\.git/?$", "");
    }

    /** A tree, or why there is none. */
    sealed interface Answer {
        /**
         * A tree.
         *
         * @param commit what the revision is now; renders of one commit are equal
         * @param doubt why the revision may be another by now, with what to do about it, wherever it says that
         *     it stands; null where it is known not to be
         */
        record Found(FileTree tree, String commit, @Nullable Finding doubt) implements Answer {

            public Found(FileTree tree, String commit) {
                this(tree, commit, null);
            }
        }

        /**
         * No tree.
         *
         * @param next what brings it; empty where whoever names it has to name another
         */
        record Missing(String reason, String next) implements Answer {

            public Missing(String reason) {
                this(reason, "");
            }

            /** What there should be. */
            public String expected() {
                return next.isEmpty() ? "a repository and revision that exist" : "a repository that can be read";
            }

            /** @param place what names it */
            public String next(String place) {
                return next.isEmpty() ? "Correct " + place + "." : next;
            }
        }
    }
}
