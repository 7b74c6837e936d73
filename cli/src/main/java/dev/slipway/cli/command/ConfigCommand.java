package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.output.Table;
import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** {@code slipway config}. */
@Command(
        name = "config",
        description =
                "Show the environment variables of a service in an environment, or change them by a pull request.")
public final class ConfigCommand extends ServerCommand {

    @Parameters(index = "0", paramLabel = "SERVICE")
    private String service = "";

    @Parameters(index = "1", paramLabel = "ENVIRONMENT")
    private String environment = "";

    @Parameters(index = "2..*", paramLabel = "NAME=VALUE", description = "what to set; nothing to show what is set")
    private List<String> assignments = List.of();

    public ConfigCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        String path = environment(service, environment) + "/configuration";
        if (assignments.isEmpty()) {
            show(server.get(path), output);
        } else {
            change(server, path, output);
        }
        return ExitCode.DONE.code();
    }

    private static void show(JsonNode configuration, Output output) {
        output.result(configuration);
        Table table = new Table("NAME", "VALUE");
        JsonNode variables = configuration.isArray() ? configuration : configuration.path("variables");
        variables.forEach(variable ->
                table.row(Json.text(variable, "name"), variable.path("value").asString("")));
        if (table.isEmpty()) {
            output.line("Nothing is set.");
        } else {
            output.table(table);
        }
    }

    /** Everything is read before anything is sent. */
    private void change(ServerClient server, String path, Output output) {
        List<Map<String, String>> changes =
                assignments.stream().map(ConfigCommand::assignment).toList();
        ArrayNode answers = JsonMapper.builder().build().createArrayNode();
        for (Map<String, String> change : changes) {
            JsonNode answer = server.post(path, change);
            answers.add(answer);
            output.line(change.get("name") + ": " + Json.text(answer, "url", "pullRequest", "message", "state"));
        }
        output.result(answers.size() == 1 ? answers.get(0) : answers);
    }

    private static Map<String, String> assignment(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new CliException(
                    ExitCode.USAGE,
                    new CliProblem("NAME=VALUE", "\"" + text + "\" sets nothing.", "for example GREETING=Hello", null));
        }
        return Map.of("name", text.substring(0, equals), "value", text.substring(equals + 1));
    }
}
