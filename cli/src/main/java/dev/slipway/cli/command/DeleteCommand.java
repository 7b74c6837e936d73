package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.client.Waiting;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code slipway delete}. */
@Command(
        name = "delete",
        description = "Delete a service: what runs is stopped by commits, its repository becomes read-only.")
public final class DeleteCommand extends ServerCommand {

    private static final Set<String> ENDED = Set.of("SUCCEEDED", "FAILED");

    @Parameters(index = "0", paramLabel = "SERVICE")
    private String service = "";

    @Option(names = "--confirm", required = true, paramLabel = "SERVICE", description = "the service's name once more")
    private String confirmation = "";

    @Mixin
    private final ConnectionOptions.WaitOptions wait = new ConnectionOptions.WaitOptions();

    private String shown = "";

    public DeleteCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        if (!confirmation.equals(service)) {
            throw new CliException(
                    ExitCode.USAGE,
                    new CliProblem(
                            "--confirm",
                            "\"" + confirmation + "\" is not the name of the service.",
                            "\"" + service + "\"",
                            null));
        }
        JsonNode deletion = server.post(service(service) + "/deletion", Map.of("confirm", confirmation));
        output.line("\"" + service + "\" is being deleted. " + Json.text(deletion, "message"));
        if (wait.wanted()) {
            return await(server, output);
        }
        output.result(deletion);
        return ExitCode.DONE.code();
    }

    private int await(ServerClient server, Output output) {
        JsonNode ended = new Waiting(wait.limit())
                .until(
                        "The deletion",
                        () -> server.get(service(service) + "/deletion"),
                        answer -> ENDED.contains(Json.text(answer, "state")),
                        answer -> progress(answer, output));
        output.result(ended);
        return (Json.text(ended, "state").equals("SUCCEEDED") ? ExitCode.DONE : ExitCode.FAILED).code();
    }

    /** One line, when it says something new. */
    private void progress(JsonNode deletion, Output output) {
        String message = Json.text(deletion, "message");
        String line = "  " + Json.text(deletion, "state").toLowerCase(Locale.ROOT)
                + (message.isBlank() ? "" : ": " + message);
        if (!line.equals(shown)) {
            shown = line;
            output.line(line);
        }
    }
}
