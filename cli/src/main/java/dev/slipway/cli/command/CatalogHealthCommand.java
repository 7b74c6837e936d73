package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.output.Table;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code slipway catalog health}. */
@Command(description = "Show what is wrong in the catalog: how much, or one kind of it with its places.")
final class CatalogHealthCommand extends ServerCommand {

    /** The server's own limit. */
    private static final int MOST_AT_ONCE = 1_000;

    private static final String PATH = API + "/catalog/health";

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "TOPIC",
            description =
                    "unreadable, problems, conflicts, orphans, ownerless or gone; default: how many there are of each")
    private String topic = "";

    @Mixin
    private final PageOptions page = new PageOptions(50);

    CatalogHealthCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        if (topic.isEmpty()) {
            showCounts(server.get(PATH), output);
        } else {
            showTopic(server, output);
        }
        return ExitCode.DONE.code();
    }

    private static void showCounts(JsonNode answer, Output output) {
        output.result(answer);
        Table table = new Table("TOPIC", "FOUND");
        answer.path("found")
                .properties()
                .forEach(each -> table.row(each.getKey(), each.getValue().asString()));
        output.table(table);
        output.line(Json.text(answer, "entities") + " entities of " + Json.text(answer, "sources")
                + " sources; slipway catalog health TOPIC shows where.");
    }

    private void showTopic(ServerClient server, Output output) {
        Pages pages = page.read(
                MOST_AT_ONCE,
                "findings",
                (from, size) -> server.get(PATH + "/" + segment(topic) + "?limit=" + size + "&offset=" + from));
        output.result(pages.items());
        Table table = new Table("ENTITY", "WHERE", "WHAT");
        pages.items()
                .forEach(finding ->
                        table.row(References.brief(Json.text(finding, "ref")), where(finding), what(finding)));
        pages.show(table, pages.last().path("total").asInt(), "There is nothing of this kind.", output);
    }

    private static String where(JsonNode finding) {
        int line = finding.path("line").asInt();
        return (Json.text(finding, "repository") + " " + Json.text(finding, "path") + (line > 0 ? ":" + line : ""))
                .strip();
    }

    private static String what(JsonNode finding) {
        String field = Json.text(finding, "field");
        String expected = Json.text(finding, "expected");
        return (field.isEmpty() ? "" : field + ": ")
                + Json.text(finding, "message")
                + (expected.isEmpty() ? "" : " Expected: " + expected);
    }
}
