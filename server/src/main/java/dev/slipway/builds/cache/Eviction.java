package dev.slipway.builds.cache;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** Removes what came first; what is still needed comes again with the next trusted build. */
final class Eviction {

    private final Path root;
    private final Map<Path, Unit> units = new HashMap<>();

    private record Unit(Path path, long size, FileTime at) {
        Unit with(Unit other) {
            return new Unit(path, size + other.size, at.compareTo(other.at) > 0 ? at : other.at);
        }
    }

    Eviction(Path root) {
        this.root = root;
    }

    /** @return how many files and folders were removed; none unless all are larger than the limit, in bytes */
    int shrink(long limit, long kept) throws IOException {
        collect();
        long size = units.values().stream().mapToLong(Unit::size).sum();
        if (size <= limit) {
            return 0;
        }
        List<Unit> oldest = new ArrayList<>(units.values());
        oldest.sort(Comparator.comparing(Unit::at).thenComparing(Unit::path));
        int removed = 0;
        for (Unit unit : oldest) {
            if (size <= kept) {
                break;
            }
            FileSystemUtils.deleteRecursively(unit.path());
            size -= unit.size();
            removed++;
        }
        return removed;
    }

    private void collect() throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                Path path = unit(file);
                units.merge(path, new Unit(path, attributes.size(), attributes.lastModifiedTime()), Unit::with);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** A folder that was added as a whole goes as a whole. */
    private Path unit(Path file) {
        Path folders = root.resolve(CachedUnit.FOLDERS);
        return file.startsWith(folders)
                ? folders.resolve(folders.relativize(file).getName(0))
                : file;
    }
}
