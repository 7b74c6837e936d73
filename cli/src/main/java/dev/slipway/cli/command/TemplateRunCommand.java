package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import dev.slipway.cli.template.Values;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code slipway template run}. */
@Command(description = "Run a template of the platform with these answers.")
final class TemplateRunCommand extends ServerCommand {

    @Parameters(index = "0", paramLabel = "NAME", description = "the template's name")
    private String name = "";

    @Option(names = "--values", paramLabel = "FILE", description = "the answers, a YAML map")
    private @Nullable Path values;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "one answer, as often as there are; read as YAML")
    private Map<String, String> settings = Map.of();

    @Mixin
    private final SecretsOption secrets = new SecretsOption();

    @Mixin
    private final ConnectionOptions.WaitOptions wait = new ConnectionOptions.WaitOptions();

    TemplateRunCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("values", Values.of(values, settings));
        body.put("secrets", secrets.read(surroundings()));
        JsonNode run = server.post(API + "/templates/" + segment(name) + "/runs", body);
        RunWatch.begun(run, server, output);
        if (wait.wanted()) {
            return new RunWatch(server, output)
                    .toEnd(
                            Json.text(run, "id"),
                            wait.limit(),
                            "Put it right, then: slipway template retry " + Json.text(run, "id"));
        }
        output.result(run);
        return ExitCode.DONE.code();
    }
}
