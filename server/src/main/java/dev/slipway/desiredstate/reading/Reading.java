package dev.slipway.desiredstate.reading;

import dev.slipway.desiredstate.Declarations.Declaration;
import dev.slipway.desiredstate.Desired;
import dev.slipway.documents.tree.FileTree;

/**
 * A desired state with what it was read from.
 *
 * @param declaration has the same Applications in the same order
 */
public record Reading(Desired desired, Declaration declaration, FileTree tree) {

    /** Whether a revision of the platform repository is its main, which is what was read, or a commit. */
    public static boolean isFixed(String revision) {
        return GitSources.isMain(revision) || FoundCommits.isWholeId(revision);
    }
}
