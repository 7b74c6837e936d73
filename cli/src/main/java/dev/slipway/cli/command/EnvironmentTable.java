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
        Table table = new Table("ENVIRONMENT", "RELEASE", "HEALTH", "PODS", "NEXT", "URL");
        JsonNode environments = service.path("environments");
        environments.forEach(environment -> table.row(
                Json.text(environment, "name"),
                release(environment.path("live"), "nothing released yet"),
                Json.text(environment, "health"),
                pods(environment.path("pods")),
                release(environment.path("candidate"), ""),
                Json.text(environment, "url")));
        if (!table.isEmpty()) {
            output.table(table);
        }
        environments.forEach(environment -> explain(environment, output));
    }

    private static String release(JsonNode release, String otherwise) {
        return release.isObject()
                ? Json.text(release, "id") + " (" + Json.brief(Json.text(release, "commit")) + ")"
                : otherwise;
    }

    /** How many are ready, of how many. */
    private static String pods(JsonNode pods) {
        long ready = pods.valueStream()
                .filter(pod -> pod.path("ready").asBoolean(false))
                .count();
        return pods.isEmpty() ? "" : ready + "/" + pods.size();
    }

    private static void explain(JsonNode environment, Output output) {
        String name = "  " + Json.text(environment, "name") + ": ";
        say(name, Json.text(environment, "message"), output);
        environment
                .path("places")
                .forEach(place -> say(
                        name,
                        "stands in " + Json.text(place, "where") + " (" + Json.text(place, "rule") + ")",
                        output));
        String hold = Json.text(environment.path("hold"), "reason");
        say(name, hold.isBlank() ? "" : "on hold, " + hold, output);
        String open = Json.text(environment, "openPromotion");
        String explanation = Json.text(environment, "explanation");
        say(name, open.isBlank() ? explanation : "promotion " + open + ". " + explanation, output);
    }

    private static void say(String name, String text, Output output) {
        if (!text.isBlank()) {
            output.line(name + text);
        }
    }
}
