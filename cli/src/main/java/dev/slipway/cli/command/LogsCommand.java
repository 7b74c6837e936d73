package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code slipway logs}. */
@Command(name = "logs", description = "Show what a service writes in an environment, newest last.")
public final class LogsCommand extends ServerCommand {

    @Parameters(index = "0", paramLabel = "SERVICE")
    private String service = "";

    @Parameters(index = "1", paramLabel = "ENVIRONMENT")
    private String environment = "";

    @Option(names = "--lines", paramLabel = "N", defaultValue = "200", description = "default ${DEFAULT-VALUE}")
    private int lines;

    public LogsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        JsonNode answer = server.get(environment(service, environment) + "/logs?lines=" + lines);
        output.result(answer);
        JsonNode entries = answer.isArray() ? answer : answer.path("lines");
        entries.forEach(line -> output.line(line.isString() ? line.asString() : entry(line)));
        if (entries.isEmpty()) {
            output.line("Nothing was written yet.");
        }
        return ExitCode.DONE.code();
    }

    private static String entry(JsonNode line) {
        return Json.text(line, "at") + " " + Json.text(line, "pod") + " " + Json.text(line, "text");
    }
}
