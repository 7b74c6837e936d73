package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.client.Tokens;
import dev.slipway.cli.client.Waiting;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code slipway onboard}. */
@Command(
        name = "onboard",
        description = {
            "Bring a service that exists.",
            "Its history comes here, two pull requests add what it needs to run; its code is not touched."
        })
public final class OnboardCommand extends ServerCommand {

    private static final Set<String> ENDED = Set.of("SUCCEEDED", "FAILED", "CANCELLED");
    private static final Set<String> WITH_PEOPLE = Set.of("REVIEWING", "MERGING", "SUCCEEDED", "FAILED", "CANCELLED");

    @Parameters(
            index = "0",
            paramLabel = "SOURCE",
            description =
                    "an address that the server fetches, a repository of this host, or a directory, which is pushed")
    private String source = "";

    @Option(names = "--team", required = true, paramLabel = "TEAM", description = "who owns it from now on")
    private String team = "";

    @Option(names = "--name", paramLabel = "NAME", description = "the service's name; default: the last part of SOURCE")
    private @Nullable String name;

    @Option(names = "--description", paramLabel = "TEXT", description = "one sentence on what it does for whom")
    private @Nullable String description;

    @Option(names = "--production", negatable = true, description = "with or without production; default: with")
    private @Nullable Boolean production;

    @Option(names = "--replicas", paramLabel = "N", description = "replicas in production; default: 3")
    private @Nullable Integer replicas;

    @Option(names = "--port", paramLabel = "PORT", description = "where it listens; default: what its files say")
    private @Nullable Integer port;

    @Option(
            names = "--health",
            paramLabel = "PATH",
            description = "answers 200 when it can work; default: what its files say")
    private @Nullable String health;

    @Option(names = "--review", description = "propose nothing before somebody has looked at what was found")
    private boolean review;

    @Mixin
    private final ConnectionOptions.WaitOptions wait = new ConnectionOptions.WaitOptions();

    private final Set<String> shown = new LinkedHashSet<>();

    public OnboardCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        LocalHistory local = LocalHistory.isDirectory(source) ? new LocalHistory(Path.of(source)) : null;
        if (local != null) {
            local.check();
        }
        JsonNode begun = server.post(API + "/onboardings", wish(local));
        String path = API + "/onboardings/" + segment(Json.text(begun, "id"));
        output.line("onboarding " + Json.text(begun, "service") + ": " + server.address() + Json.text(begun, "page"));
        if (local != null) {
            begun = push(local, server, path, output);
        }
        if (!wait.wanted()) {
            output.result(begun);
            return ExitCode.DONE.code();
        }
        JsonNode now = until(server, path, WITH_PEOPLE, output);
        output.result(now);
        return end(now, server, output);
    }

    private JsonNode push(LocalHistory local, ServerClient server, String path, Output output) {
        JsonNode ready = until(server, path, Set.of("RECEIVING", "FAILED", "CANCELLED"), output);
        if (Json.text(ready, "state").equals("RECEIVING")) {
            output.line("  pushing " + source);
            local.push(
                    server.address().git(Json.text(ready, "repository")),
                    new Tokens(surroundings()).find(server.address()));
        }
        return server.get(path);
    }

    private JsonNode until(ServerClient server, String path, Set<String> states, Output output) {
        return new Waiting(wait.limit())
                .until(
                        "The onboarding",
                        () -> server.get(path),
                        answer -> states.contains(Json.text(answer, "state")),
                        answer -> tell(answer, output));
    }

    private void tell(JsonNode answer, Output output) {
        String line = "  " + Json.text(answer, "step");
        if (!ENDED.contains(Json.text(answer, "state")) && shown.add(line)) {
            output.line(line);
        }
    }

    private int end(JsonNode onboarding, ServerClient server, Output output) {
        String state = Json.text(onboarding, "state");
        if (state.equals("FAILED") || state.equals("CANCELLED")) {
            throw new CliException(
                    ExitCode.FAILED,
                    CliProblem.of(
                            "\"" + Json.text(onboarding, "service") + "\" was not brought here: "
                                    + Json.text(onboarding, "message", "state"),
                            "Nothing was left half-made; put it right and run the command again."));
        }
        JsonNode detection = onboarding.path("detection");
        output.line("It is " + Json.text(detection, "stack") + ". " + Json.text(detection, "build"));
        detection.path("warnings").forEach(warning -> output.line("Please check: " + warning.asString()));
        for (String change : new String[] {"serviceChange", "platformChange"}) {
            String url = Json.text(onboarding.path(change), "url");
            if (!url.isBlank()) {
                output.line("Pull request: " + server.address() + url);
            }
        }
        if (state.equals("REVIEWING")) {
            output.line("Look it over: " + server.address() + Json.text(onboarding, "page"));
        }
        return ExitCode.DONE.code();
    }

    private Map<String, Object> wish(@Nullable LocalHistory local) {
        Map<String, Object> wish = new LinkedHashMap<>();
        put(wish, "source", local == null ? source : null);
        put(wish, "name", name != null ? name : local == null ? null : local.name());
        put(wish, "team", team);
        put(wish, "description", description);
        put(wish, "production", production);
        put(wish, "replicas", replicas);
        put(wish, "port", port);
        put(wish, "health", health);
        put(wish, "review", review);
        return wish;
    }

    private static void put(Map<String, Object> wish, String field, @Nullable Object value) {
        if (value != null) {
            wish.put(field, value);
        }
    }
}
