package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.client.ServerProblem;
import dev.slipway.cli.client.Waiting;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code slipway delete}. */
@Command(
        name = "delete",
        description = "Delete a service: what runs is stopped by commits, its repository becomes read-only.")
public final class DeleteCommand extends ServerCommand {

    @Parameters(index = "0", paramLabel = "SERVICE")
    private String service = "";

    @Option(names = "--confirm", required = true, paramLabel = "SERVICE", description = "the service's name once more")
    private String confirmation = "";

    @Mixin
    private final ConnectionOptions.WaitOptions wait = new ConnectionOptions.WaitOptions();

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
            awaitEnd(server);
            output.line("\"" + service + "\" is gone.");
        }
        output.result(deletion);
        return ExitCode.DONE.code();
    }

    private void awaitEnd(ServerClient server) {
        JsonNode gone = JsonMapper.builder().build().createObjectNode().put("gone", true);
        new Waiting(wait.limit())
                .until(
                        "The deletion",
                        () -> answer(server, gone),
                        answer -> answer.path("gone").asBoolean(),
                        any -> {});
    }

    private JsonNode answer(ServerClient server, JsonNode gone) {
        try {
            return server.get(service(service));
        } catch (ServerProblem e) {
            if (e.status() == 404) {
                return gone;
            }
            throw e;
        }
    }
}
