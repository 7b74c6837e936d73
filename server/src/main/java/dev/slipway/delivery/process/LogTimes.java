package dev.slipway.delivery.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * When the parts of a log were written. Processes write their logs themselves, so nothing notes the time of each line; whoever
 * looks after the logs notes from time to time how long each is, and when it was last written to.
 */
final class LogTimes {

    private final Path directory;

    LogTimes(Path directory) {
        this.directory = directory;
    }

    /** Notes that the log has this size now. */
    void note(Path log, long size) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(
                file(log),
                size + " " + Files.getLastModifiedTime(log).toMillis() + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** The log has become the older one, and a new one begins. */
    void rotated(Path log, Path older) throws IOException {
        if (Files.exists(file(log))) {
            Files.move(file(log), file(older), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    void remove(Path log) throws IOException {
        Files.deleteIfExists(file(log));
    }

    /** By offset: what lies before it and not before the offset below was written at that time or shortly before. */
    NavigableMap<Long, Instant> of(Path log) {
        NavigableMap<Long, Instant> times = new TreeMap<>();
        try {
            for (String line : Files.exists(file(log)) ? Files.readAllLines(file(log)) : List.<String>of()) {
                int blank = line.indexOf(' ');
                if (line.matches("[0-9]+ [0-9]+")) {
                    times.putIfAbsent(
                            Long.valueOf(line.substring(0, blank)),
                            Instant.ofEpochMilli(Long.parseLong(line.substring(blank + 1))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return times;
    }

    /** @param otherwise for what was written after the last note */
    static Instant at(NavigableMap<Long, Instant> times, long offset, Instant otherwise) {
        Map.Entry<Long, Instant> next = times.higherEntry(offset);
        return next == null ? otherwise : next.getValue();
    }

    private Path file(Path log) {
        return directory.resolve(String.valueOf(log.getFileName()));
    }
}
