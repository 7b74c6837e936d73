package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.Surroundings;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway reject}. */
@Command(name = "reject", description = "Reject a promotion.")
public final class RejectCommand extends ServerCommand {

    @Parameters(index = "0", paramLabel = "PROMOTION", description = "its number")
    private String promotion = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why")
    private String reason = "";

    public RejectCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        return new PromotionView(server, output)
                .show(
                        server.post(API + "/promotions/" + segment(promotion) + "/reject", Map.of("reason", reason)),
                        new ConnectionOptions.WaitOptions());
    }
}
