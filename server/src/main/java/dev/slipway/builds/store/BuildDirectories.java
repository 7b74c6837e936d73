package dev.slipway.builds.store;

import dev.slipway.builds.BuildId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where builds keep their files, below {@code <data>/builds}. */
@Component
public class BuildDirectories {

    private final Path data;
    private final Path root;

    public BuildDirectories(@Value("${slipway.data}") Path data) {
        this.data = data.toAbsolutePath().normalize();
        this.root = this.data.resolve("builds");
    }

    /** The whole data directory, of which a build may see only its own part. */
    public Path data() {
        return data;
    }

    /** What Jib has made before. */
    public Path cache() {
        return root.resolve("cache");
    }

    /** What builds have downloaded. */
    public Path dependencies() {
        return root.resolve("dependencies");
    }

    public Path log(BuildId build) {
        return root.resolve(build.toString()).resolve("log");
    }

    /** What a build may read and write; emptied before it starts and removed when it has ended. */
    public Path space(BuildId build) {
        return root.resolve(build.toString()).resolve("space");
    }

    /** Creates an empty space. */
    public Path freshSpace(BuildId build) {
        try {
            removeSpace(build);
            return Files.createDirectories(space(build));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void removeSpace(BuildId build) {
        remove(space(build));
    }

    /** Removes all files of a build, its log too. */
    public void remove(BuildId build) {
        remove(root.resolve(build.toString()));
    }

    private static void remove(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try {
            Files.walkFileTree(directory, new Remover());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The builds that have files, last changed before this time. */
    public List<BuildId> unchangedSince(Instant time) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(directory -> directory.getFileName().toString().matches("[1-9][0-9]{0,17}"))
                    .filter(directory -> directory.toFile().lastModified() < time.toEpochMilli())
                    .map(directory ->
                            new BuildId(Long.parseLong(directory.getFileName().toString())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How much room the files of a build take. */
    public long bytes(BuildId build) {
        Path directory = root.resolve(build.toString());
        if (!Files.isDirectory(directory)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes without following symbolic links; opens directories that a build has closed. */
    private static final class Remover extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean _ =
                    directory.toFile().setWritable(true) && directory.toFile().setExecutable(true);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
