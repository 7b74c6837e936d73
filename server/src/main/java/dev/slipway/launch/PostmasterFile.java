package dev.slipway.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running PostgreSQL says of itself in {@code postmaster.pid}.
 *
 * @see <a href="https://www.postgresql.org/docs/18/storage-file-layout.html">PostgreSQL: file layout</a>
 */
record PostmasterFile(ProcessHandle process, Path data, int port, boolean ready) {

    private static final int DATA_LINE = 1;
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /** Empty when it is missing, half-written, or left behind by a process that is gone or is no PostgreSQL on this data. */
    static Optional<PostmasterFile> read(Path data) throws IOException {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return lines.size() <= PORT_LINE ? Optional.empty() : parse(lines).filter(file -> file.isOn(data));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    private static Optional<PostmasterFile> parse(List<String> lines) {
        try {
            Path data = Path.of(lines.get(DATA_LINE));
            int port = Integer.parseInt(lines.get(PORT_LINE).strip());
            boolean ready =
                    lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .map(process -> new PostmasterFile(process, data, port, ready));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private boolean isOn(Path expected) {
        return process.isAlive()
                && data.equals(expected)
                && process.info()
                        .command()
                        .map(command ->
                                Path.of(command).getFileName().toString().startsWith("postgres"))
                        .orElse(true);
    }
}
