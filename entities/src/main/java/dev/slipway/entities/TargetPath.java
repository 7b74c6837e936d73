package dev.slipway.entities;

import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.tree.TreePath;

/** Paths as Locations and placeholders write them. Source: how Backstage resolves targets on Git hosts. */
public final class TargetPath {

    private TargetPath() {}

    /**
     * The path from the root of the repository.
     *
     * @param file that names the target
     * @param target relative to the file; from the root where it begins with a slash
     * @throws TreeException if it leads out of the repository, or holds a backslash or a NUL
     */
    public static String resolve(String file, String target) {
        return target.startsWith("/")
                ? TreePath.normalise(target.substring(1))
                : TreePath.resolve(TreePath.parent(file), target);
    }
}
