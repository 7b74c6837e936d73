package dev.slipway.cli;

import dev.slipway.cli.shell.Surroundings;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** {@code slipway <command>}. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        // a library that validates schemas logs; here nobody reads that, and SLF4J would say so on every call
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Surroundings surroundings = new Surroundings(
                System.getenv(),
                System.in,
                isTerminal(),
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(new CommandLineInterface(surroundings).run(arguments));
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }
}
