package dev.slipway.cli.command;

import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.output.Table;
import tools.jackson.databind.JsonNode;

/** A route for people, the same from a server and from a checkout. */
final class RouteView {

    private RouteView() {}

    static void show(JsonNode explanation, Output output) {
        JsonNode branches = explanation.path("branches");
        String request = Json.text(explanation, "method") + " " + Json.text(explanation, "url");
        branches.forEach(branch -> {
            output.line(
                    branches.size() > 1
                            ? request + ", " + Json.text(branch, "percent") + " % of the requests"
                            : request);
            steps(branch.path("steps"), output);
            verdict(branch.path("verdict"), output);
        });
    }

    private static void steps(JsonNode steps, Output output) {
        Table table = new Table("CLUSTER", "OBJECT", "WHERE");
        steps.forEach(
                step -> table.row(Json.text(step, "cluster"), Json.text(step, "object"), Json.text(step, "where")));
        if (!table.isEmpty()) {
            output.table(table);
        }
    }

    private static void verdict(JsonNode verdict, Output output) {
        boolean reaches = verdict.path("reaches").asBoolean();
        output.line((reaches ? "It is answered: " : "It ends here: ") + Json.text(verdict, "words"));
        line("  at    ", Json.text(verdict, "where"), output);
        verdict.path("notes").forEach(note -> line("  note  ", note.asString(), output));
        line("  next  ", Json.text(verdict, "next"), output);
    }

    private static void line(String label, String text, Output output) {
        if (!text.isEmpty()) {
            output.line(label + text);
        }
    }
}
