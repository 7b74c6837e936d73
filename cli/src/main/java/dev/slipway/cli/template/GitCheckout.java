package dev.slipway.cli.template;

import dev.slipway.documents.tree.DirectoryTree;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.documents.tree.TreeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The files of the Git checkout that holds a directory, without what Git keeps for itself: that may hold passwords.
 *
 * @param root where {@code .git} is
 */
record GitCheckout(Path root, FileTree files) implements FileTree {

    private static final String GIT = ".git";

    /** Empty when no directory above it is a checkout. */
    static Optional<GitCheckout> around(Path directory) {
        for (Path at = real(directory); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(GIT))) {
                return Optional.of(new GitCheckout(at, new DirectoryTree(at)));
            }
        }
        return Optional.empty();
    }

    /** The path of a directory in this checkout. */
    String pathOf(Path directory) {
        return StreamSupport.stream(root.relativize(real(directory)).spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }

    private static Path real(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException _) { // whoever reads it says so
            return directory.toAbsolutePath().normalize();
        }
    }

    private static boolean isGits(String path) {
        return Arrays.stream(path.split("/")).anyMatch(GIT::equalsIgnoreCase);
    }

    @Override
    public Optional<TreeEntry> entry(String path) {
        return isGits(path) ? Optional.empty() : files.entry(path);
    }

    @Override
    public List<TreeEntry> list(String directory) {
        return isGits(directory)
                ? List.of()
                : files.list(directory).stream()
                        .filter(entry -> !isGits(entry.path()))
                        .toList();
    }

    @Override
    public byte[] read(String path) {
        if (isGits(path)) {
            throw new TreeException(path, "There is no file \"" + path + "\".");
        }
        return files.read(path);
    }
}
