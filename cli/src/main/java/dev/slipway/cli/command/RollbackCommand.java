package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.Surroundings;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway rollback}. */
@Command(
        name = "rollback",
        description = "Go back to the Release before; sets a hold on the environment and a veto on the Release.")
public final class RollbackCommand extends ServerCommand {

    @Parameters(index = "0", paramLabel = "SERVICE")
    private String service = "";

    @Parameters(index = "1", paramLabel = "ENVIRONMENT")
    private String environment = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why, for everybody to read")
    private String reason = "";

    @Mixin
    private final ConnectionOptions.WaitOptions wait = new ConnectionOptions.WaitOptions();

    public RollbackCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        return new PromotionView(server, output)
                .show(server.post(environment(service, environment) + "/rollback", Map.of("reason", reason)), wait);
    }
}
