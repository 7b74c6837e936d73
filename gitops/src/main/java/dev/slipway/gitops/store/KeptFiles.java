package dev.slipway.gitops.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Entries in a few files of a directory, each of which is only ever appended to. When all of them together grow beyond the
 * bound, the oldest goes with what is in it. Nothing waits for the disk: what a crash loses is made again.
 */
public final class KeptFiles implements KeptBytes, Closeable {

    private static final int SEGMENTS = 8;
    /** Each start begins one. */
    private static final int MOST_FILES = 64;

    private static final String SUFFIX = ".kept";

    private final Path directory;
    private final long mostBytes;
    private final Map<String, Segment.Place> places = new HashMap<>();
    private final Deque<Segment> segments = new ArrayDeque<>();
    private long number;
    private @Nullable Segment current;

    private KeptFiles(Path directory, long mostBytes) {
        this.directory = directory;
        this.mostBytes = mostBytes;
    }

    /**
     * Opens what is kept in a directory, which is made where it is missing.
     *
     * @param mostBytes of all files together, about
     */
    public static KeptFiles open(Path directory, long mostBytes) throws IOException {
        KeptFiles files = new KeptFiles(directory, mostBytes);
        Files.createDirectories(directory);
        for (Path file : files.found()) {
            Segment segment = Segment.open(file);
            segment.scan(files.places::put);
            files.segments.addLast(segment);
            files.number = Math.max(files.number, number(file));
        }
        files.dropOldest();
        return files;
    }

    private List<Path> found() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return new ArrayList<>(files.filter(file -> number(file) >= 0)
                    .sorted(Comparator.comparingLong(KeptFiles::number))
                    .toList());
        }
    }

    private static long number(Path file) {
        String name = file.getFileName().toString();
        String stem = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : "";
        return stem.matches("[0-9]{1,18}") ? Long.parseLong(stem) : -1;
    }

    @Override
    public Optional<byte[]> get(String key) {
        Segment.Place place;
        synchronized (this) {
            place = places.get(key);
        }
        try {
            return place == null ? Optional.empty() : place.segment().value(place);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized void put(String key, byte[] value) {
        try {
            places.put(key, writable().append(key, value));
            dropOldest();
        } catch (IOException _) {
            places.remove(key);
        }
    }

    /** A new file for each start: what a crash left at the end of the last one is never written behind. */
    private Segment writable() throws IOException {
        Segment open = current;
        if (open == null || open.size() > mostBytes / SEGMENTS) {
            number++;
            open = Segment.open(directory.resolve(number + SUFFIX));
            segments.addLast(open);
            current = open;
        }
        return open;
    }

    private void dropOldest() throws IOException {
        while (segments.size() > MOST_FILES
                || (segments.size() > 1
                        && segments.stream().mapToLong(Segment::size).sum() > mostBytes)) {
            Segment oldest = segments.removeFirst();
            places.values().removeIf(place -> place.segment().equals(oldest));
            oldest.delete();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        for (Segment segment : segments) {
            segment.close();
        }
    }
}
