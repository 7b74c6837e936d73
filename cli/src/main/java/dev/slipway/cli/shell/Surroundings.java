package dev.slipway.cli.shell;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command finds around it.
 *
 * @param terminal whether a person types, so that secrets are read without showing them
 */
public record Surroundings(
        Map<String, String> environment, InputStream in, boolean terminal, PrintWriter out, PrintWriter err) {

    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** {@code SLIPWAY_HOME}, or {@code ~/.slipway}. */
    public Path home() {
        String home = environment.getOrDefault("SLIPWAY_HOME", "");
        return home.isBlank() ? Path.of(System.getProperty("user.home"), ".slipway") : Path.of(home);
    }

    /** The data directory of a server of this person on this machine: {@code SLIPWAY_DATA}, or {@code data} in the home. */
    public Path data() {
        String data = environment.getOrDefault("SLIPWAY_DATA", "");
        return data.isBlank() ? home().resolve("data") : Path.of(data);
    }
}
