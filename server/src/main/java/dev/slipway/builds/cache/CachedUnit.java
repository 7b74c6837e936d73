package dev.slipway.builds.cache;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.springframework.util.FileSystemUtils;

/**
 * A file that a build has downloaded, or a folder that makes sense only as a whole.
 *
 * @param source where the build has it
 * @param path where it belongs in the cache; a folder's begins with {@link #FOLDERS}
 */
public record CachedUnit(Path source, String path) {

    /** Each folder in it is one unit. */
    public static final String FOLDERS = "folders";

    /** Copies it, complete or not at all; links are left out. False when the cache has it already. */
    boolean addTo(Path cache) throws IOException {
        Path target = cache.resolve(path).normalize();
        if (!target.startsWith(cache) || Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Files.createDirectories(target.getParent());
        Path incoming = Files.createTempDirectory(cache, ".incoming");
        try {
            Path copy = incoming.resolve("copy");
            Files.walkFileTree(source, new Copier(source, copy));
            Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (FileAlreadyExistsException _) {
            return false;
        } catch (FileSystemException e) {
            if (Files.exists(target)) {
                return false;
            }
            throw e;
        } finally {
            FileSystemUtils.deleteRecursively(incoming);
        }
    }

    /** Copies regular files with their permissions. */
    private static final class Copier extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;

        Copier(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            Files.createDirectories(to.resolve(from.relativize(directory)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isRegularFile()) {
                Path target = file.equals(from) ? to : to.resolve(from.relativize(file));
                Files.copy(file, target);
                boolean _ = target.toFile().setExecutable(Files.isExecutable(file));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
