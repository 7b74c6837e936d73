package dev.slipway.builds.sandbox;

import dev.slipway.builds.kind.Command;
import dev.slipway.sandbox.ProcessTrees;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A command to be run in the sandbox.
 *
 * @param space of the build
 * @param started is told the process before anything waits for it
 * @param output takes each line
 */
public record SandboxedCommand(
        Command command, Path space, Path directory, Consumer<ProcessHandle> started, Consumer<String> output) {

    /** The exit code, or empty when it took too long. Whatever happens, no process of it is left. */
    public OptionalInt run(Sandbox sandbox, Duration limit) throws IOException, InterruptedException {
        Process process = sandbox.start(command, space, directory);
        Thread reader = Thread.ofVirtual().start(() -> new OutputLines(output).read(process.getInputStream()));
        try {
            started.accept(process.toHandle());
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            return ended ? OptionalInt.of(process.exitValue()) : OptionalInt.empty();
        } finally {
            ProcessTrees.end(process.toHandle());
            ProcessTrees.endMarked(Environments.MARK, space.toString());
            join(reader);
        }
    }

    /** With every process ended the stream is at its end, so this is short; an interruption is kept for later. */
    private static void join(Thread reader) {
        boolean interrupted = false;
        while (reader.isAlive()) {
            try {
                reader.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
