package dev.slipway.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the data directory of a server on this machine tells, when the server itself says nothing. */
final class SilentServer {

    private static final long MEGABYTE = 1024L * 1024;
    private static final long TOO_LITTLE = 300 * MEGABYTE;

    private final Path data;

    SilentServer(Path data) {
        this.data = data;
    }

    /** At least one sentence. */
    List<String> findings() {
        if (!Files.isDirectory(data)) {
            return List.of("There is no data directory " + data
                    + ": nothing was started there yet, or SLIPWAY_DATA should name another.");
        }
        List<String> findings = new ArrayList<>();
        try {
            findings.add(holder());
            if (Files.exists(data.resolve("restoring"))) {
                findings.add("A restore into " + data + " was cut off: remove the directory and restore once more.");
            }
            long usable = Files.getFileStore(data).getUsableSpace();
            if (usable < TOO_LITTLE) {
                findings.add("The disk of " + data + " has " + usable / MEGABYTE
                        + " MB left: Slipway does not start without room.");
            }
            lastError().ifPresent(line -> findings.add("The log's last error: " + line));
        } catch (IOException e) {
            findings.add("The data directory " + data + " cannot be read: " + e.getMessage());
        }
        return findings;
    }

    private String holder() throws IOException {
        Path lock = data.resolve("lock");
        String pid = Files.exists(lock) ? Files.readString(lock).strip() : "";
        boolean runs = pid.matches("\\d{1,10}")
                && ProcessHandle.of(Long.parseLong(pid))
                        .filter(ProcessHandle::isAlive)
                        .isPresent();
        return runs
                ? "Process " + pid + " runs on " + data + ": it starts, listens on another port, or hangs."
                : "No process runs on " + data + ": start it with slipway up.";
    }

    private Optional<String> lastError() throws IOException {
        Path log = data.resolve("logs/slipway.log");
        if (!Files.exists(log)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" ERROR ")).reduce((_, later) -> later);
        }
    }
}
