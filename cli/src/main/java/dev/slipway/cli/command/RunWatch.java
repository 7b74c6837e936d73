package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.client.Waiting;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Follows a run of a template to its end. */
final class RunWatch {

    static final String API = "/api/v1/runs/";

    private static final Set<String> ENDED = Set.of("SUCCEEDED", "FAILED", "CANCELLED");

    private final ServerClient server;
    private final Output output;
    private final Set<String> shown = new LinkedHashSet<>();

    RunWatch(ServerClient server, Output output) {
        this.server = server;
        this.output = output;
    }

    static String path(String id) {
        return API + ServerCommand.segment(id);
    }

    static boolean ended(JsonNode run) {
        return ENDED.contains(Json.text(run, "status"));
    }

    static void begun(JsonNode run, ServerClient server, Output output) {
        String id = Json.text(run, "id");
        output.line("run " + id + " of " + Json.text(run, "template") + ": " + server.address() + "/create/runs/" + id);
    }

    /** Shows each step as it goes, then the links; a run that did not succeed is a failure. */
    int toEnd(String id, Duration limit, String next) {
        JsonNode ended = new Waiting(limit).until("The run", () -> server.get(path(id)), RunWatch::ended, this::steps);
        output.result(ended);
        if (!Json.text(ended, "status").equals("SUCCEEDED")) {
            throw new CliException(
                    ExitCode.FAILED,
                    CliProblem.of(
                            "The run " + Json.text(ended, "status").toLowerCase(Locale.ROOT) + ": "
                                    + Json.text(ended, "failure", "status"),
                            next));
        }
        ended.path("links").forEach(link -> output.line(Json.text(link, "title") + ": " + absolute(link)));
        ended.path("texts")
                .forEach(text -> output.line("\n" + Json.text(text, "title") + "\n" + Json.text(text, "markdown")));
        return ExitCode.DONE.code();
    }

    private String absolute(JsonNode link) {
        String url = Json.text(link, "url");
        return url.startsWith("/") ? server.address() + url : url;
    }

    /** Each step once per state. */
    private void steps(JsonNode run) {
        run.path("steps").forEach(step -> {
            String status = Json.text(step, "status");
            String detail = Json.text(step, "detail");
            String line = "  " + status.toLowerCase(Locale.ROOT) + ": " + Json.text(step, "name")
                    + (detail.isBlank() ? "" : " (" + detail + ")");
            if (!status.equals("PENDING") && shown.add(line)) {
                output.line(line);
            }
        });
    }
}
