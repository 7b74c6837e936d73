package dev.slipway.documents.tree;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A read-only tree of files at one moment: a directory, a commit, a map.
 *
 * <p>Paths are relative, separated by {@code /}, normalised and never leave the tree; the root is the empty string.
 * {@link TreePath} makes such paths. Implementations are safe for use by several threads.
 */
public interface FileTree {

    /** What is at this path, or empty when nothing is. A symbolic link is not followed. */
    Optional<TreeEntry> entry(String path);

    /** The entries directly below a directory, sorted by name; empty when there is no such directory. */
    List<TreeEntry> list(String directory);

    /**
     * The bytes of the file at this path.
     *
     * @throws TreeException if there is no file at this path, or if it is larger than the tree's limit
     */
    byte[] read(String path);

    /**
     * Git's id of the blob or tree at this path, where it is known without reading what is there: of two trees that tell
     * equal ids, files have equal bytes, and directories equal names, modes and bytes of everything below them.
     *
     * @return empty when nothing is at this path, or where the id is not known
     */
    default Optional<String> contentId(String path) {
        return Optional.empty();
    }

    /**
     * What {@link TreeDifference#between} says of another tree and this one, where it can be told without listing both.
     *
     * @return empty where it cannot
     */
    default Optional<Set<String>> differenceFrom(FileTree other) {
        return Optional.empty();
    }

    /** Every file below a directory, at any depth, sorted by path; directories themselves are left out. */
    default List<TreeEntry> walk(String directory) {
        return list(directory).stream()
                .flatMap(entry -> entry.isDirectory() ? walk(entry.path()).stream() : java.util.stream.Stream.of(entry))
                .toList();
    }

    /** Whether a regular file is at this path. */
    default boolean isFile(String path) {
        return entry(path).filter(TreeEntry::isFile).isPresent();
    }

    /** Whether a directory is at this path; the root always is one. */
    default boolean isDirectory(String path) {
        return path.isEmpty() || entry(path).filter(TreeEntry::isDirectory).isPresent();
    }

    /** The text of the file at this path, decoded as UTF-8, or empty when there is no such file. */
    default Optional<String> text(String path) {
        return isFile(path)
                ? Optional.of(new String(read(path), java.nio.charset.StandardCharsets.UTF_8))
                : Optional.empty();
    }
}
