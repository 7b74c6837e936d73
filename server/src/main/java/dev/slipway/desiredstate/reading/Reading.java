package dev.slipway.desiredstate.reading;

import dev.slipway.desiredstate.Declarations.Declaration;
import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.Revision;
import java.util.Iterator;
import java.util.function.BiConsumer;

/**
 * A desired state with what it was read from.
 *
 * @param declaration has the same Applications in the same order
 */
public record Reading(Desired desired, Declaration declaration, FileTree tree) {

    /** Each Application as it was rendered and in the platform's words. */
    public void forEach(BiConsumer<RenderedApplication, DesiredApplication> consumer) {
        Iterator<DesiredApplication> applications = desired.applications().iterator();
        declaration.declared().applications().forEach(rendered -> consumer.accept(rendered, applications.next()));
    }

    /** Whether a revision of the platform repository is its main, which is what was read, or a commit. */
    public static boolean isFixed(String revision) {
        return GitSources.isMain(revision) || Revision.isWholeCommit(revision);
    }
}
