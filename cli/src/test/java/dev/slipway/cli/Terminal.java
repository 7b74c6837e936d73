package dev.slipway.cli;

import dev.slipway.cli.shell.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Runs commands and keeps what they write. */
final class Terminal {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> environment;
    private String typed = "";

    Terminal(Map<String, String> environment) {
        this.environment = environment;
    }

    static Terminal at(SmallServer server, Path home) {
        return new Terminal(
                Map.of("SLIPWAY_SERVER", server.url(), "SLIPWAY_TOKEN", "secret", "SLIPWAY_HOME", home.toString()));
    }

    Terminal typing(String text) {
        typed = text;
        return this;
    }

    int run(String... arguments) {
        Surroundings surroundings = new Surroundings(
                environment,
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                false,
                new PrintWriter(out, true),
                new PrintWriter(err, true));
        return new CommandLineInterface(surroundings).run(arguments);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
