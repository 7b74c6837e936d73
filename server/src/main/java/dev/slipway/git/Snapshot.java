package dev.slipway.git;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The tree of one commit. */
public interface Snapshot extends FileTree {

    RepositoryRef repository();

    CommitId commit();

    /** Git's id of the blob or tree at this path: equal ids mean equal content. */
    Optional<String> objectId(String path);

    @Override
    default Optional<String> contentId(String path) {
        return objectId(path);
    }

    /**
     * The content of a file of any size.
     *
     * @throws dev.slipway.documents.tree.TreeException if there is no file at this path
     */
    default InputStream open(String path) {
        return new ByteArrayInputStream(read(path));
    }

    /** The files whose paths are wanted, with Git's ids of what they hold; symbolic links are left out. */
    Map<String, String> files(Predicate<String> wanted);
}
