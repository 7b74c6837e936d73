package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.command.GraphText.Edge;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.output.Table;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code slipway catalog affected}. */
@Command(description = "Show who is affected if an entity breaks, at any distance, why, and who should know.")
final class CatalogAffectedCommand extends ServerCommand {

    @Parameters(
            index = "0",
            paramLabel = "REF",
            description = "[kind:][namespace/]name, for example resource:prices-db")
    private String ref = "";

    @Mixin
    private final PageOptions page = new PageOptions(100);

    CatalogAffectedCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        JsonNode answer = server.get(API + "/catalog/affected?ref=" + segment(ref) + "&" + page.query());
        output.result(answer);
        Table table = new Table("AFFECTED", "STEPS", "OWNER", "WHY");
        answer.path("affected").forEach(item -> {
            String affected = Json.text(item.path("entity"), "ref");
            table.row(
                    References.brief(affected)
                            + (item.path("entity").path("exists").asBoolean() ? "" : " (unknown)"),
                    Json.text(item, "distance"),
                    References.brief(Json.text(item.path("entity"), "owner")),
                    why(affected, GraphText.edges(item.path("why"))));
        });
        show(table, answer, output);
        return ExitCode.DONE.code();
    }

    private void show(Table table, JsonNode answer, Output output) {
        int total = answer.path("total").asInt();
        if (total == 0) {
            output.line("Nothing in the catalog depends on " + References.brief(Json.text(answer, "ref")) + ".");
            return;
        }
        if (!table.isEmpty()) {
            output.table(table);
        }
        output.line(total + (answer.path("complete").asBoolean() ? "" : " or more") + " affected. Who should know: "
                + owners(answer.path("owners")));
        int shown = answer.path("affected").size();
        if (shown < total) {
            output.line("These are " + shown + " of them; --limit and --offset show others.");
        }
    }

    /** The way from the one that is affected to the one that breaks. */
    private static String why(String affected, List<Edge> path) {
        List<String> words = new ArrayList<>();
        String at = affected;
        for (Edge edge : path) {
            words.add(edge.from(at) + " " + References.brief(edge.other(at)));
            at = edge.other(at);
        }
        return String.join(", ", words);
    }

    private static String owners(JsonNode owners) {
        List<String> names = new ArrayList<>();
        owners.forEach(owner -> names.add(References.brief(owner.asString())));
        return names.isEmpty() ? "nobody is named" : String.join(", ", names);
    }
}
