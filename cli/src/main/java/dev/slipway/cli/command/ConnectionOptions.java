package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerAddress;
import java.time.Duration;
import picocli.CommandLine.Option;

/** Options of every command. */
final class ConnectionOptions {

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "where Slipway is; default SLIPWAY_SERVER, else " + ServerAddress.DEFAULT)
    private String server = "";

    @Option(names = "--json", description = "write JSON for machines")
    private boolean json;

    boolean json() {
        return json;
    }

    ServerAddress address(java.util.Map<String, String> environment) {
        String otherwise = environment.getOrDefault("SLIPWAY_SERVER", ServerAddress.DEFAULT);
        return ServerAddress.parse(server.isBlank() ? otherwise : server);
    }

    /** Options of commands that start something which goes on by itself. */
    static final class WaitOptions {

        @Option(names = "--wait", description = "wait until it has ended, and fail if it did")
        private boolean wait;

        @Option(
                names = "--timeout",
                paramLabel = "SECONDS",
                defaultValue = "600",
                description = "how long --wait waits; default ${DEFAULT-VALUE}")
        private int seconds;

        boolean wanted() {
            return wait;
        }

        Duration limit() {
            return Duration.ofSeconds(seconds);
        }
    }
}
