package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.Surroundings;
import java.util.Map;
import java.util.TreeMap;
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

    @Option(
            names = "--over",
            paramLabel = "RELEASE",
            description = "the Release that was live when you judged this one, as status --promotion says;"
                    + " when another is live by then, nothing is approved")
    private String over = "";

    @Mixin
    private final ConnectionOptions.WaitOptions wait = new ConnectionOptions.WaitOptions();

    public ApproveCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        Map<String, String> word = new TreeMap<>(Map.of("comment", comment));
        if (!over.isEmpty()) {
            word.put("over", over);
        }
        return new PromotionView(server, output)
                .show(server.post(API + "/promotions/" + segment(promotion) + "/approve", word), wait);
    }
}
