package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.Surroundings;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway promote}. */
@Command(name = "promote", description = "Move a service's Release to an environment, through its gates.")
public final class PromoteCommand extends ServerCommand {

    @Parameters(index = "0", paramLabel = "SERVICE")
    private String service = "";

    @Parameters(index = "1", paramLabel = "ENVIRONMENT", description = "where to, for example production")
    private String environment = "";

    @Option(
            names = "--release",
            paramLabel = "ID",
            description = "refuse any but this one; by default whatever runs in the environment before")
    private String release = "";

    @Mixin
    private final ConnectionOptions.WaitOptions wait = new ConnectionOptions.WaitOptions();

    public PromoteCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        Map<String, String> body = release.isBlank() ? Map.of() : Map.of("release", release);
        return new PromotionView(server, output)
                .show(server.post(environment(service, environment) + "/promotions", body), wait);
    }
}
