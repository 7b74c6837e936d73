package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.Surroundings;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway approve}. */
@Command(name = "approve", description = "Approve a promotion.")
public final class ApproveCommand extends ServerCommand {

    @Parameters(index = "0", paramLabel = "PROMOTION", description = "its number")
    private String promotion = "";

    @Option(names = "--comment", paramLabel = "TEXT", description = "a remark, kept with the approval")
    private String comment = "";

    @Mixin
    private final ConnectionOptions.WaitOptions wait = new ConnectionOptions.WaitOptions();

    public ApproveCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        return new PromotionView(server, output)
                .show(
                        server.post(API + "/promotions/" + segment(promotion) + "/approve", Map.of("comment", comment)),
                        wait);
    }
}
