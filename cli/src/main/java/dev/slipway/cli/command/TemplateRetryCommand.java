package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code slipway template retry}. */
@Command(description = "Try a run again that failed or was cancelled, from the step that failed.")
final class TemplateRetryCommand extends ServerCommand {

    @Parameters(index = "0", paramLabel = "ID", description = "the run's id")
    private String id = "";

    @Mixin
    private final SecretsOption secrets = new SecretsOption();

    @Mixin
    private final ConnectionOptions.WaitOptions wait = new ConnectionOptions.WaitOptions();

    TemplateRetryCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        JsonNode run = server.post(RunWatch.path(id) + "/retry", Map.of("secrets", secrets.read(surroundings())));
        RunWatch.begun(run, server, output);
        if (wait.wanted()) {
            return new RunWatch(server, output)
                    .toEnd(id, wait.limit(), "Put it right, then: slipway template retry " + id);
        }
        output.result(run);
        return ExitCode.DONE.code();
    }
}
