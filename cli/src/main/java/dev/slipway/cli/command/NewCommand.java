package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code slipway new}. */
@Command(name = "new", description = "Make a service from a golden path.")
public final class NewCommand extends ServerCommand {

    @Parameters(index = "0", paramLabel = "NAME", description = "the service's name")
    private String name = "";

    @Option(
            names = "--team",
            required = true,
            paramLabel = "TEAM",
            description = "who owns it; a team's name or a reference as Backstage writes it")
    private String team = "";

    @Option(names = "--description", paramLabel = "TEXT", description = "one sentence on what it does for whom")
    private @Nullable String description;

    @Option(
            names = "--production",
            negatable = true,
            description = "with or without production; default: as the template says")
    private @Nullable Boolean production;

    @Option(names = "--replicas", paramLabel = "N", description = "replicas in production")
    private @Nullable Integer replicas;

    @Option(
            names = "--template",
            paramLabel = "NAME",
            defaultValue = "java-service",
            description = "default ${DEFAULT-VALUE}")
    private String template = "";

    @Option(
            names = "--set",
            paramLabel = "FIELD=VALUE",
            description = "any other answer; numbers, true and false as in JSON")
    private Map<String, String> answers = new LinkedHashMap<>();

    @Mixin
    private final ConnectionOptions.WaitOptions wait = new ConnectionOptions.WaitOptions();

    public NewCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        JsonNode run = server.post(API + "/templates/" + segment(template) + "/runs", Map.of("values", values()));
        RunWatch.begun(run, server, output);
        if (!wait.wanted()) {
            output.result(run);
            return ExitCode.DONE.code();
        }
        String id = Json.text(run, "id");
        return new RunWatch(server, output)
                .toEnd(
                        id,
                        wait.limit(),
                        "Nothing was left half-made; put it right and try again: slipway template retry " + id);
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        answers.forEach((field, text) -> values.put(field, value(text)));
        values.put("name", name);
        values.put("team", team.contains(":") ? team : "group:default/" + team);
        put(values, "description", description);
        put(values, "production", production);
        put(values, "replicas", replicas);
        return values;
    }

    private static void put(Map<String, Object> values, String field, @Nullable Object value) {
        if (value != null) {
            values.put(field, value);
        }
    }

    /** What reads as a JSON number, boolean, list or object is one; anything else is a text. */
    private static Object value(String text) {
        try {
            return JsonMapper.builder().build().readTree(text);
        } catch (JacksonException _) {
            return text;
        }
    }
}
