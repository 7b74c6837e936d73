package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.output.Table;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code slipway services}. */
@Command(name = "services", description = "List services, or show one with its environments.")
public final class ServicesCommand extends ServerCommand {

    @Parameters(index = "0", arity = "0..1", paramLabel = "SERVICE")
    private String service = "";

    public ServicesCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        JsonNode answer = server.get(service.isBlank() ? API + "/services" : service(service));
        output.result(answer);
        if (service.isBlank()) {
            list(answer, output);
        } else {
            EnvironmentTable.show(answer, output);
        }
        return ExitCode.DONE.code();
    }

    private static void list(JsonNode services, Output output) {
        Table table = new Table("SERVICE", "TEAM", "REPOSITORY", "ENVIRONMENTS");
        services.forEach(service -> table.row(
                Json.text(service, "name"),
                Json.text(service, "team"),
                Json.text(service, "repository"),
                service.path("environments")
                        .valueStream()
                        .map(ServicesCommand::inBrief)
                        .collect(Collectors.joining(", "))));
        if (table.isEmpty()) {
            output.line("There is no service yet. Make one with: slipway new NAME --team TEAM");
        } else {
            output.table(table);
        }
    }

    private static String inBrief(JsonNode environment) {
        if (environment.isString()) {
            return environment.asString();
        }
        String health = Json.text(environment, "health");
        return Json.text(environment, "name") + (health.isBlank() ? "" : " " + health);
    }
}
