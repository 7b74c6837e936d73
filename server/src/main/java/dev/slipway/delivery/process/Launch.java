package dev.slipway.delivery.process;

import dev.slipway.delivery.isolation.Confinement;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A process to start.
 *
 * @param mark see {@link Marks}
 * @param directory its working directory on this machine
 * @param confinement what it sees, or null for everything
 * @param exitCode where its exit code is kept, also when nobody waits for it; null when that is not needed
 * @param output where its output and errors are appended
 */
public record Launch(
        String mark,
        List<String> command,
        Map<String, String> environment,
        Path directory,
        @Nullable Confinement confinement,
        @Nullable Path exitCode,
        Path output) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
