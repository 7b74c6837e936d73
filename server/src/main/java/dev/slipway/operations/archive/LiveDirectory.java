package dev.slipway.operations.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A directory that is copied while it is in use. Git repositories in it stay whole: references are read before the objects
 * that they need, loose objects before packs, and packs that appear while copying (what was loose or in another pack has
 * moved there) are copied too.
 */
public final class LiveDirectory {

    private final Path root;
    private final Set<Path> left;
    private final Set<Path> copied = new HashSet<>();

    /** @param left paths relative to the root that are not copied */
    public LiveDirectory(Path root, Set<Path> left) {
        this.root = root;
        this.left = Set.copyOf(left);
    }

    public void copyTo(ArchiveWriter archive, Path directory) throws IOException {
        List<Path> found = list(directory, archive);
        while (!found.isEmpty()) {
            for (Path file : found) {
                archive.file(root, file);
                copied.add(file);
            }
            found = list(directory, archive).stream()
                    .filter(LiveDirectory::isPack)
                    .toList();
        }
    }

    /** Files that are new since the last look, in the order in which they are to be copied. */
    private List<Path> list(Path directory, ArchiveWriter archive) throws IOException {
        Path start = root.resolve(directory);
        if (!Files.isDirectory(start, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(start)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Path relative = root.relativize(path);
                if (left.stream().anyMatch(relative::startsWith) || copied.contains(relative)) {
                    continue;
                }
                if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    archive.directory(relative);
                    copied.add(relative);
                } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    files.add(relative);
                }
            }
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoSuchFileException) {
                // A directory went while it was being read: Git removes those that have become empty.
                return list(directory, archive);
            }
            throw e.getCause();
        }
        files.sort(Comparator.comparingInt(LiveDirectory::turn).thenComparing(Comparator.naturalOrder()));
        return files;
    }

    private static int turn(Path file) {
        if (isPack(file)) {
            return 2;
        }
        return isIn(file, "objects") ? 1 : 0;
    }

    private static boolean isPack(Path file) {
        return isIn(file, "objects") && isIn(file, "pack");
    }

    private static boolean isIn(Path file, String name) {
        for (Path part : file) {
            if (part.toString().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
