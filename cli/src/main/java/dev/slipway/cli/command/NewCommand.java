package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.client.Waiting;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
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

    private static final Set<String> ENDED = Set.of("SUCCEEDED", "FAILED", "CANCELLED");

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

    private final Set<String> shown = new LinkedHashSet<>();

    public NewCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        JsonNode run = server.post(API + "/templates/" + segment(template) + "/runs", Map.of("values", values()));
        String id = Json.text(run, "id");
        output.line("run " + id + " of " + template + ": " + server.address() + "/create/runs/" + id);
        if (!wait.wanted()) {
            output.result(run);
            return ExitCode.DONE.code();
        }
        JsonNode ended = new Waiting(wait.limit())
                .until(
                        "The run",
                        () -> server.get(API + "/runs/" + segment(id)),
                        answer -> ENDED.contains(Json.text(answer, "status")),
                        answer -> steps(answer, output));
        output.result(ended);
        return end(ended, server, output);
    }

    private int end(JsonNode run, ServerClient server, Output output) {
        if (!Json.text(run, "status").equals("SUCCEEDED")) {
            throw new CliException(
                    ExitCode.FAILED,
                    CliProblem.of(
                            "\"" + name + "\" was not made: " + Json.text(run, "failure", "status"),
                            "Nothing was left half-made; put it right and run the command again."));
        }
        run.path("links")
                .forEach(link ->
                        output.line(Json.text(link, "title") + ": " + absolute(Json.text(link, "url"), server)));
        return ExitCode.DONE.code();
    }

    private static String absolute(String url, ServerClient server) {
        return url.startsWith("/") ? server.address() + url : url;
    }

    /** Each step once per state. */
    private void steps(JsonNode run, Output output) {
        run.path("steps").forEach(step -> {
            String status = Json.text(step, "status");
            String detail = Json.text(step, "detail");
            String line = "  " + status.toLowerCase(java.util.Locale.ROOT) + ": " + Json.text(step, "name")
                    + (detail.isBlank() ? "" : " (" + detail + ")");
            if (!status.equals("PENDING") && shown.add(line)) {
                output.line(line);
            }
        });
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
