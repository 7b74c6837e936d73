package dev.slipway.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code slipway up} as a process of its own, as a user would start it. */
public final class LocalServer {

    private final List<String> command;
    private final Path data;
    private final int port;
    private final Path log;
    private @Nullable Process process;

    /**
     * @param command what starts a server, to which {@code --sample --data … --port …} is added
     * @param data the data directory; made when it does not exist
     */
    public LocalServer(List<String> command, Path data, int port) {
        this.command = List.copyOf(command);
        this.data = data;
        this.port = port;
        this.log = data.resolveSibling(data.getFileName() + ".log");
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
        try {
            Files.createDirectories(data.toAbsolutePath().getParent());
            List<String> line = new ArrayList<>(command);
            line.addAll(List.of("--sample", "--data", data.toString(), "--port", String.valueOf(port)));
            process = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new DemoFailure(command.getFirst() + " could not be started: " + e.getMessage());
        }
    }

    /** Whether the process that was started still runs. */
    public boolean isAlive() {
        return process != null && process.isAlive();
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
                throw new DemoFailure("The server did not stop within " + seconds + " s.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
