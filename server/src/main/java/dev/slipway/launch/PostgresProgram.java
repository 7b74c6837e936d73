package dev.slipway.launch;

import dev.slipway.kernel.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's programs to their end. They refuse to run as root; in a user namespace root's processes are nobody
 * there, while files that root owns stay theirs.
 */
final class PostgresProgram {

    private static final long LONGEST_SECONDS = 120;

    private final PostgresBinaries binaries;

    PostgresProgram(PostgresBinaries binaries) {
        this.binaries = binaries;
    }

    void run(String name, List<String> arguments, Path log) throws IOException {
        List<String> command = new ArrayList<>(asNobody());
        command.add(binaries.program(name).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C", "TZ", "UTC"));
        int status = await(builder.start());
        if (status != 0) {
            throw failure(name, status, log);
        }
    }

    private static List<String> asNobody() {
        return System.getProperty("user.name").equals("root") ? List.of("unshare", "--user") : List.of();
    }

    private static int await(Process process) {
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The start was interrupted.", e);
        }
    }

    private static LaunchException failure(String name, int status, Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        String last = String.join("\n    ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        if (LaunchException.isFullDisk(new IOException(last))) {
            return LaunchException.because(LaunchException.fullDisk("PostgreSQL could not be started"));
        }
        return LaunchException.because(Problem.of(
                        "PostgreSQL could not be started: " + name + " ended with status " + status + ".\n    " + last)
                .next("All it said is in \"" + log + "\". Instead of the embedded one, your own can be used: "
                        + "--database-url postgresql://user:password@host:5432/database"));
    }
}
