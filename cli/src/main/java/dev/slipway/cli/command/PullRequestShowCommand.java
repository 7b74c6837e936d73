package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** {@code slipway pr show}. */
@Command(description = "Show a pull request: description, checks, reviews, and what stands against merging it.")
final class PullRequestShowCommand extends OnePullRequestCommand {

    PullRequestShowCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        String path = path(server);
        JsonNode pull = server.get(path);
        output.result(pull);
        line(pull, output);
        output.line("  " + Json.text(pull, "author") + ": " + Json.text(pull, "sourceBranch") + " at "
                + Json.brief(Json.text(pull, "head")) + " into " + Json.text(pull, "targetBranch"));
        Json.text(pull, "body").lines().forEach(written -> output.line("    " + written));
        pull.path("statuses")
                .forEach(status -> output.line("  check " + Json.text(status, "context") + ": "
                        + Json.text(status, "state") + " " + Json.text(status, "description")));
        pull.path("reviews").forEach(review -> output.line("  review by " + review(review, pull)));
        if (!output.asJson()) {
            server.get(path + "/comments").forEach(comment -> comment(comment, output));
        }
        if (Json.text(pull, "state").equals("OPEN") && !output.asJson()) {
            obstacles(server.get(path + "/obstacles"), output);
        }
        return ExitCode.DONE.code();
    }

    /** Where checks say all that they found. */
    private static void comment(JsonNode comment, Output output) {
        output.line(
                "  " + Json.text(comment, "author") + ", " + Json.ago(Json.text(comment, "writtenAt"), now()) + ":");
        Json.text(comment, "markdown").lines().forEach(line -> output.line("    " + line));
    }

    private static String review(JsonNode review, JsonNode pull) {
        boolean older = !Json.text(review, "commit").equals(Json.text(pull, "head"));
        return Json.text(review, "author") + ": " + Json.text(review, "verdict") + (older ? " (an older commit)" : "");
    }

    private static String after(String next) {
        return next.isBlank() ? "" : " " + next;
    }

    private static void obstacles(JsonNode obstacles, Output output) {
        if (obstacles.isEmpty()) {
            output.line("  Nothing stands against merging it.");
        }
        obstacles.forEach(obstacle ->
                output.line("  " + (obstacle.path("waiting").asBoolean() ? "waits: " : "stands against it: ")
                        + Json.text(obstacle.path("problem"), "message")
                        + after(Json.text(obstacle.path("problem"), "next"))));
    }
}
