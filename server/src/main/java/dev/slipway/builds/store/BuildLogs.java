package dev.slipway.builds.store;

import dev.slipway.builds.BuildId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
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
