package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.client.Waiting;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code slipway add-environment}. */
@Command(
        name = "add-environment",
        description = {
            "Bring a service to an environment that it was made without, production for example.",
            "A pull request adds its overlay to the service's repository; once that is merged, another declares it to the platform."
        })
public final class AddEnvironmentCommand extends ServerCommand {

    /** From then on people have the word, or nobody has to have it any more. */
    private static final Set<String> WITH_PEOPLE = Set.of("MERGING", "SUCCEEDED", "FAILED");

    @Parameters(index = "0", paramLabel = "SERVICE")
    private String service = "";

    @Parameters(index = "1", paramLabel = "ENVIRONMENT")
    private String environment = "";

    @Option(names = "--replicas", paramLabel = "N", description = "how many at least; default: ${DEFAULT-VALUE}")
    private int replicas = 3;

    @Mixin
    private final ConnectionOptions.WaitOptions wait = new ConnectionOptions.WaitOptions();

    public AddEnvironmentCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        JsonNode addition = server.post(
                service(service) + "/environments", Map.of("environment", environment, "replicas", replicas));
        if (wait.wanted()) {
            addition = new Waiting(wait.limit())
                    .until(
                            "The environment",
                            () -> server.get(environment(service, environment) + "/addition"),
                            answer -> WITH_PEOPLE.contains(Json.text(answer, "state")),
                            _ -> {});
        }
        output.result(addition);
        return tell(addition, server, output);
    }

    private int tell(JsonNode addition, ServerClient server, Output output) {
        String message = Json.text(addition, "message");
        if (Json.text(addition, "state").equals("FAILED")) {
            throw new CliException(
                    ExitCode.FAILED,
                    CliProblem.of(
                            "\"" + service + "\" was not brought to " + environment + ": " + message,
                            "Put it right and run the command again."));
        }
        String url = Json.text(addition, "url");
        output.line(service + " to " + environment + ": " + Json.text(addition, "step")
                + (message.isBlank() ? "" : ". " + message));
        if (!url.isBlank()) {
            output.line("Pull request: " + server.address() + url);
        }
        return ExitCode.DONE.code();
    }
}
