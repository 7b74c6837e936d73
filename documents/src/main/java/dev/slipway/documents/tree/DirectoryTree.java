package dev.slipway.documents.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A directory of the file system. Symbolic links are entries of their own: neither followed nor read through. */
public final class DirectoryTree implements FileTree {

    private static final long LARGEST_FILE = 64L << 20;

    private final Path root;

    public DirectoryTree(Path root) {
        this.root = root;
    }

    @Override
    public Optional<TreeEntry> entry(String path) {
        Path file = resolve(path);
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !passesALink(file)
                ? Optional.of(new TreeEntry(path, mode(file)))
                : Optional.empty();
    }

    @Override
    public List<TreeEntry> list(String directory) {
        Path path = resolve(directory);
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) || passesALink(path)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(path)) {
            return children.map(child -> new TreeEntry(
                            TreePath.join(directory, child.getFileName().toString()), mode(child)))
                    .sorted(Comparator.comparing(TreeEntry::path))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] read(String path) {
        Path file = resolve(path);
        try {
            if (passesALink(file) || Files.isSymbolicLink(file) || !Files.isRegularFile(file)) {
                throw new TreeException(path, "There is no file \"" + path + "\".");
            }
            if (Files.size(file) > LARGEST_FILE) {
                throw new TreeException(path, "\"" + path + "\" is larger than 64 MiB.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new TreeException(path, "\"" + path + "\" cannot be read: " + e.getMessage(), e);
        }
    }

    private Path resolve(String path) {
        return root.resolve(TreePath.normalise(path));
    }

    private boolean passesALink(Path file) {
        Path at = root;
        for (Path part : root.relativize(file)) {
            if (Files.isSymbolicLink(at) && !at.equals(root)) {
                return true;
            }
            at = at.resolve(part);
        }
        return false;
    }

    private static FileMode mode(Path file) {
        if (Files.isSymbolicLink(file)) {
            return FileMode.SYMBOLIC_LINK;
        }
        if (Files.isDirectory(file)) {
            return FileMode.DIRECTORY;
        }
        return Files.isExecutable(file) ? FileMode.EXECUTABLE : FileMode.REGULAR;
    }
}
