package dev.slipway.builds.store;

import dev.slipway.builds.BuildId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The logs of builds: a file each, line by line, with a bound. */
@Component
public class BuildLogs {

    private final BuildDirectories directories;

    public BuildLogs(BuildDirectories directories) {
        this.directories = directories;
    }

    /** Begins the log anew. */
    public BuildLog open(BuildId build) {
        try {
            Path file = directories.log(build);
            Files.createDirectories(file.getParent());
            return new BuildLog(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last ones, in their order; none when there is no log. No more of the file is read than they can take. */
    public List<String> last(BuildId build, int count) {
        Path file = directories.log(build);
        if (!Files.exists(file)) {
            return List.of();
        }
        try (SeekableByteChannel log = Files.newByteChannel(file)) {
            long most = (count + 1L) * BuildLog.MOST_BYTES_OF_A_LINE;
            long start = Math.max(0, log.size() - most);
            byte[] end = Channels.newInputStream(log.position(start)).readAllBytes();
            List<String> lines = new String(end, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines from this one on (0 is the first); none when there is no log. */
    public List<String> read(BuildId build, int fromLine, int limit) {
        Path file = directories.log(build);
        if (!Files.exists(file)) {
            return List.of();
        }
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                Stream<String> lines = reader.lines()) {
            return lines.skip(fromLine).limit(limit).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
