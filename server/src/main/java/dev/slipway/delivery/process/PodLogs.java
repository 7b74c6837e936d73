package dev.slipway.delivery.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The output of pods: one file per container, and one older part of it, each bounded. Processes append by themselves, so a
 * file is shortened in place, and a line's time is known as exactly as somebody looks: see {@link LogTimes}.
 */
@Component
public class PodLogs {

    private static final long MOST_BYTES = 4L << 20;
    private static final int TAIL_BYTES = 512 << 10;
    private static final int MOST_FILES = 200;

    private final Path directory;
    private final LogTimes times;
    private final Map<String, Long> sizes = new HashMap<>();

    public PodLogs(@Value("${slipway.data}") Path data) {
        this.directory = data.toAbsolutePath().normalize().resolve("cluster/logs");
        this.times = new LogTimes(directory.resolveSibling("log-times"));
    }

    public Path file(String pod, String container) {
        try {
            Files.createDirectories(directory);
            return directory.resolve(pod + "." + container + ".log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest lines, oldest first. */
    public List<WrittenLine> tail(String pod, String container, int lines) {
        Path file = file(pod, container);
        List<WrittenLine> all = new ArrayList<>(tail(older(file)));
        all.addAll(tail(file));
        return all.subList(Math.max(0, all.size() - lines), all.size());
    }

    /** The applications whose pods wrote since this was last asked. */
    public Set<String> grown(Map<String, String> applicationsByPod) {
        Set<String> grown = new TreeSet<>();
        try (Stream<Path> files = Files.exists(directory) ? Files.list(directory) : Stream.empty()) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                String application = applicationsByPod.get(name.substring(0, name.indexOf('.')));
                Long size = Files.size(file);
                if (application != null && !size.equals(sizes.put(name, size))) {
                    grown.add(application);
                    times.note(file, size);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return grown;
    }

    /** Keeps files within their bound, and only the newest files. */
    public void shorten() {
        try (Stream<Path> files = Files.exists(directory) ? Files.list(directory) : Stream.empty()) {
            List<Path> newestFirst = files.sorted(
                            Comparator.comparingLong(PodLogs::modified).reversed())
                    .toList();
            for (int i = 0; i < newestFirst.size(); i++) {
                Path file = newestFirst.get(i);
                if (i >= MOST_FILES) {
                    Files.deleteIfExists(file);
                    times.remove(file);
                } else if (file.toString().endsWith(".log") && Files.size(file) > MOST_BYTES) {
                    rotate(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void rotate(Path file) throws IOException {
        times.note(file, Files.size(file));
        times.rotated(file, older(file));
        Files.copy(file, older(file), StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(0);
        }
    }

    private static Path older(Path file) {
        return file.resolveSibling(file.getFileName() + ".1");
    }

    private static long modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException _) {
            return 0;
        }
    }

    private List<WrittenLine> tail(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, content.length() - TAIL_BYTES);
            byte[] bytes = new byte[(int) (content.length() - from)];
            content.seek(from);
            content.readFully(bytes);
            List<WrittenLine> lines = lines(file, from, bytes);
            return from > 0 && !lines.isEmpty() ? lines.subList(1, lines.size()) : lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<WrittenLine> lines(Path file, long from, byte[] bytes) throws IOException {
        NavigableMap<Long, Instant> noted = times.of(file);
        Instant last = Files.getLastModifiedTime(file).toInstant();
        List<WrittenLine> lines = new ArrayList<>();
        int start = 0;
        for (int end = 0; end <= bytes.length; end++) {
            if (end == bytes.length ? end > start : bytes[end] == '\n') {
                int length = end - start - (end > start && bytes[end - 1] == '\r' ? 1 : 0);
                lines.add(new WrittenLine(
                        LogTimes.at(noted, from + start, last),
                        new String(bytes, start, length, StandardCharsets.UTF_8)));
                start = end + 1;
            }
        }
        return lines;
    }
}
