package dev.slipway.git;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.util.Optional;

/** The tree of one commit. */
public interface Snapshot extends FileTree {

    RepositoryRef repository();

    CommitId commit();

    /** Git's id of the blob or tree at this path: equal ids mean equal content. */
    Optional<String> objectId(String path);
}
