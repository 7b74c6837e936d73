package dev.slipway.git.content;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * Locks that a killed process left in a repository: git waits for whoever holds one, and gives up. This process alone writes there, so
 * what is older than it is nobody's.
 */
final class LeftLocks {

    private static final FileTime START =
            FileTime.fromMillis(ManagementFactory.getRuntimeMXBean().getStartTime());

    private LeftLocks() {}

    /** Removes those of refs, and of the files beside them; to be called before anything is written there. */
    static void remove(Path repository) throws IOException {
        for (Path lock : locks(repository)) {
            if (Files.getLastModifiedTime(lock).compareTo(START) < 0) {
                Files.delete(lock);
            }
        }
    }

    private static List<Path> locks(Path repository) throws IOException {
        try (Stream<Path> beside = Files.list(repository);
                Stream<Path> refs = Files.walk(repository.resolve("refs"))) {
            return Stream.concat(beside, refs)
                    .filter(file -> file.getFileName().toString().endsWith(".lock"))
                    .toList();
        }
    }
}
