package dev.slipway.cli.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code slipway up} as a process of its own, as a user would start it. */
public final class LocalServer {

    private static final int LAST_LINES = 15;

    private final Program program;
    private final boolean sample;
    private final Path data;
    private final int port;
    private final Path log;
    private @Nullable Process process;

    /**
     * How Slipway is called.
     *
     * @param up what starts a server, to which {@code --data … --port …} is added, and {@code --sample}
     * @param restore what restores a backup, to which {@code FILE --data …} is added
     */
    public record Program(List<String> up, List<String> restore) {
        public Program {
            up = List.copyOf(up);
            restore = List.copyOf(restore);
        }
    }

    /** @param data the data directory; made when it does not exist */
    public LocalServer(Program program, Path data, int port) {
        this(program, true, data, port);
    }

    private LocalServer(Program program, boolean sample, Path data, int port) {
        this.program = program;
        this.sample = sample;
        this.data = data;
        this.port = port;
        this.log = data.resolveSibling(data.getFileName() + ".log");
    }

    /** Another one of the same program, that brings no sample of its own. */
    LocalServer beside(Path otherData, int otherPort) {
        return new LocalServer(program, false, otherData, otherPort);
    }

    /** A port that nobody listens on at this moment. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new DemoFailure("No port is free: " + e.getMessage());
        }
    }

    public Path data() {
        return data;
    }

    public int port() {
        return port;
    }

    /** What the server printed. */
    public Path log() {
        return log;
    }

    /** Starts it and returns at once. */
    public void start() {
        List<String> line = new ArrayList<>(program.up());
        if (sample) {
            line.add("--sample");
        }
        line.addAll(List.of("--data", data.toString(), "--port", String.valueOf(port)));
        process = launch(line, Map.of());
    }

    /** Fills its data directory, which is empty, from a backup. */
    void restore(Path backup, String passphrase) {
        List<String> line = new ArrayList<>(program.restore());
        line.addAll(List.of(backup.toString(), "--data", data.toString()));
        Process restoring = launch(line, Map.of("SLIPWAY_BACKUP_PASSPHRASE", passphrase));
        await(restoring, 120);
        if (restoring.exitValue() != 0) {
            throw new DemoFailure("The backup could not be restored; " + log + " says why.");
        }
    }

    private Process launch(List<String> line, Map<String, String> environment) {
        try {
            Files.createDirectories(data.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new DemoFailure(line.getFirst() + " could not be started: " + e.getMessage());
        }
    }

    /** The process that was started: the server's own, which its launcher turns into. */
    long pid() {
        if (process == null) {
            throw new IllegalStateException("No server was started.");
        }
        return process.pid();
    }

    /** Whether the process that was started still runs. */
    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** That the process which was started has ended, with the last lines that it printed; empty while it runs. */
    public Optional<String> end() {
        return Optional.ofNullable(process)
                .filter(ended -> !ended.isAlive())
                .map(ended ->
                        "The server ended with status " + ended.exitValue() + ". Its last lines:\n" + lastLines());
    }

    /** The last lines that it printed. */
    String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return "(" + log + " cannot be read: " + e.getMessage() + ")";
        }
    }

    /** {@code kill -9}: no orderly end, nothing cleaned up. */
    public void kill() {
        if (process != null) {
            process.destroyForcibly();
            await(process, 30);
        }
    }

    /** Asks it to stop, as Ctrl-C does, and waits until it has. */
    public void stop() {
        if (process != null) {
            process.destroy();
            await(process, 60);
        }
    }

    private static void await(Process process, long seconds) {
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                throw new DemoFailure("Slipway did not end within " + seconds + " s.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
