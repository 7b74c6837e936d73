package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code slipway template cancel}. */
@Command(description = "Stop a run before its next step, or where it waits; what it made is taken back.")
final class TemplateCancelCommand extends ServerCommand {

    @Parameters(index = "0", paramLabel = "ID", description = "the run's id")
    private String id = "";

    TemplateCancelCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        JsonNode run = server.post(RunWatch.path(id) + "/cancel", Map.of());
        output.result(run);
        output.line(
                RunWatch.ended(run)
                        ? "The run had ended: " + Json.text(run, "status").toLowerCase(Locale.ROOT) + "."
                        : "The run stops before its next step, and what it made is taken back.");
        return ExitCode.DONE.code();
    }
}
