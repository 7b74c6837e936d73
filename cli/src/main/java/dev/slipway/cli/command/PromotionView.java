package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.client.Waiting;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.output.Table;
import dev.slipway.cli.shell.ExitCode;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Shows a promotion, and waits for its end. */
final class PromotionView {

    static final Set<String> ENDED = Set.of("SUCCEEDED", "FAILED", "REJECTED", "SUPERSEDED", "CANCELLED");

    private final ServerClient server;
    private final Output output;
    private String shown = "";

    PromotionView(ServerClient server, Output output) {
        this.server = server;
        this.output = output;
    }

    /** Shows it, after its end if that is wanted; the exit code says whether it succeeded. */
    int show(JsonNode promotion, ConnectionOptions.WaitOptions wait) {
        String id = Json.text(promotion, "id");
        if (!wait.wanted()) {
            progress(promotion);
            gates(promotion);
            output.line("Follow it with: slipway status --promotion " + id);
            output.result(promotion);
            return ExitCode.DONE.code();
        }
        JsonNode ended = new Waiting(wait.limit())
                .until(
                        "Promotion " + id,
                        () -> server.get(ServerCommand.API + "/promotions/" + ServerCommand.segment(id)),
                        answer -> ENDED.contains(Json.text(answer, "state")),
                        this::progress);
        output.result(ended);
        if (Json.text(ended, "state").equals("SUCCEEDED")) {
            return ExitCode.DONE.code();
        }
        gates(ended);
        return ExitCode.FAILED.code();
    }

    /** One line, when it says something new. */
    private void progress(JsonNode promotion) {
        String release = Json.text(promotion.path("release"), "id");
        String line = "promotion " + Json.text(promotion, "id") + ": " + Json.text(promotion, "service") + " to "
                + Json.text(promotion, "to") + ", release " + release + ": " + Json.text(promotion, "state")
                + message(promotion);
        if (!line.equals(shown)) {
            shown = line;
            output.line(line);
        }
    }

    private static String message(JsonNode promotion) {
        String message = Json.text(promotion, "message");
        return message.isBlank() ? "" : " (" + message + ")";
    }

    void gates(JsonNode promotion) {
        Table table = new Table("GATE", "VERDICT", "WHAT", "WHY");
        promotion
                .path("gates")
                .forEach(gate -> table.row(
                        Json.text(gate, "gate"),
                        Json.text(gate, "verdict"),
                        Json.text(gate, "definition"),
                        Json.text(gate, "reason")));
        if (!table.isEmpty()) {
            output.table(table);
        }
    }
}
