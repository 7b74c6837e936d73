package dev.slipway.endtoend;

import dev.slipway.cli.CommandLineInterface;
import dev.slipway.cli.shell.Surroundings;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** {@code slipway} as one person runs it. */
record CommandLine(int port, String token) {

    /** @param said on both outputs, in the order of writing */
    record Result(int exit, String said) {}

    Result run(String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        Map<String, String> environment = Map.of("SLIPWAY_SERVER", "http://127.0.0.1:" + port, "SLIPWAY_TOKEN", token);
        int exit = new CommandLineInterface(
                        new Surroundings(environment, InputStream.nullInputStream(), false, out, out))
                .run(arguments);
        return new Result(exit, said.toString());
    }
}
