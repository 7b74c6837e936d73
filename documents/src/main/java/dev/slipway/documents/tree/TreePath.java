package dev.slipway.documents.tree;

import java.util.ArrayDeque;
import java.util.Deque;

/** Makes the normalised relative paths that a {@link FileTree} takes. */
public final class TreePath {

    private TreePath() {}

    /**
     * Resolves a path as written in a file against the directory of that file.
     *
     * @param directory a normalised path, empty for the root
     * @param relative for example {@code ../base} or {@code ./a//b}
     * @throws TreeException if the result is absolute, leaves the tree, or holds a backslash or a NUL
     */
    public static String resolve(String directory, String relative) {
        if (relative.startsWith("/") || relative.indexOf('\\') >= 0 || relative.indexOf('\0') >= 0) {
            throw new TreeException(relative, "\"" + relative + "\" is not a relative path with / between its parts.");
        }
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (directory + "/" + relative).split("/")) {
            switch (part) {
                case "", "." -> {}
                case ".." -> {
                    if (parts.pollLast() == null) {
                        throw new TreeException(relative, "\"" + relative + "\" leads out of the tree.");
                    }
                }
                default -> parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    /** Normalises a path from the root of a tree, with the same refusals as {@link #resolve}. */
    public static String normalise(String path) {
        return resolve("", path);
    }

    /** The directory that holds this path; the root for a path without a slash. */
    public static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** Joins a normalised directory and a normalised path below it. */
    public static String join(String directory, String below) {
        return directory.isEmpty() ? below : below.isEmpty() ? directory : directory + "/" + below;
    }
}
