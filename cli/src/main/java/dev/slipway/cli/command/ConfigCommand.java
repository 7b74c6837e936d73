package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.output.Table;
import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

    @Option(names = "--unset", paramLabel = "NAME", description = "what to remove")
    private List<String> removals = List.of();

    @Mixin
    private final ConnectionOptions.WaitOptions wait = new ConnectionOptions.WaitOptions();

    public ConfigCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        String path = environment(service, environment) + "/configuration";
        List<Map<String, String>> changes = changes();
        if (changes.isEmpty()) {
            show(server.get(path), output);
        } else {
            return change(server, path, changes, output);
        }
        return ExitCode.DONE.code();
    }

    private int change(ServerClient server, String path, List<Map<String, String>> changes, Output output) {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        changes.forEach(change -> answers.put(change.get("name"), change(server, path, change, output)));
        if (wait.wanted()) {
            return new ConfigurationWatch(server, output, service, environment).toEnd(answers, wait.limit());
        }
        output.result(JsonMapper.shared().createArrayNode().addAll(answers.values()));
        return ExitCode.DONE.code();
    }

    private static void show(JsonNode variables, Output output) {
        output.result(variables);
        Table table = new Table("NAME", "VALUE", "SET BY", "WHERE");
        variables.forEach(variable -> table.row(
                Json.text(variable, "name"),
                Json.text(variable, "value"),
                Json.text(variable, "source").toLowerCase(Locale.ROOT),
                Json.text(variable, "file") + ":" + Json.text(variable, "line")));
        if (table.isEmpty()) {
            output.line("Nothing is set.");
        } else {
            output.table(table);
        }
    }

    private static JsonNode change(ServerClient server, String path, Map<String, String> change, Output output) {
        JsonNode answer = server.post(path, change);
        String url = Json.text(answer, "url");
        String status = Json.text(answer, "status");
        output.line(change.get("name") + ": " + status + (url.isBlank() ? "" : ", see " + server.address() + url));
        if (status.equals("pending")) {
            output.warning(
                    "Its pull request is not made yet. Slipway goes on trying; if it stays so, slipway doctor says"
                            + " why, and --wait waits for it.");
        }
        return answer;
    }

    /** Everything is read before anything is sent. */
    private List<Map<String, String>> changes() {
        List<Map<String, String>> changes = new ArrayList<>();
        assignments.forEach(text -> changes.add(assignment(text)));
        removals.forEach(name -> changes.add(Map.of("name", name)));
        return changes;
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
