package dev.slipway.documents.tree;

/**
 * One entry of a {@link FileTree}.
 *
 * @param path from the tree's root
 * @param mode what kind of entry it is
 */
public record TreeEntry(String path, FileMode mode) {

    /** The last segment of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public boolean isDirectory() {
        return mode == FileMode.DIRECTORY;
    }

    public boolean isFile() {
        return mode == FileMode.REGULAR || mode == FileMode.EXECUTABLE;
    }
}
