package dev.slipway.cli.command;

import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.output.Table;
import tools.jackson.databind.JsonNode;

/** The environments of a service, one per line, and why nothing moves where that is so. */
final class EnvironmentTable {

    private EnvironmentTable() {}

    static void show(JsonNode service, Output output) {
        output.line(Json.text(service, "name") + " (team " + Json.text(service, "team") + ", repository "
                + Json.text(service, "repository") + ")");
        Table table = new Table("ENVIRONMENT", "RELEASE", "HEALTH", "SYNC", "URL");
        JsonNode environments = service.path("environments");
        environments.forEach(environment -> table.row(
                Json.text(environment, "environment", "name"),
                release(environment),
                Json.text(environment, "health"),
                Json.text(environment, "sync"),
                Json.text(environment, "url")));
        if (!table.isEmpty()) {
            output.table(table);
        }
        environments.forEach(environment -> explanation(environment, output));
    }

    private static String release(JsonNode environment) {
        JsonNode release = environment.has("release") ? environment.path("release") : environment.path("live");
        if (release.isObject()) {
            String commit = Json.text(release, "commit");
            return Json.text(release, "id") + (commit.isBlank() ? "" : " (" + Json.brief(commit) + ")");
        }
        return release.asString("nothing released yet");
    }

    private static void explanation(JsonNode environment, Output output) {
        JsonNode standing = environment.has("standing") ? environment.path("standing") : environment;
        String text = standing.isString() ? standing.asString() : Json.text(standing, "explanation");
        if (!text.isBlank()) {
            output.line("  " + Json.text(environment, "environment", "name") + ": " + text);
        }
    }
}
