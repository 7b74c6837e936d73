package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.output.Table;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code slipway catalog get}. */
@Command(description = "Show an entity with its relations; --json writes it as the catalog has it.")
final class CatalogGetCommand extends ServerCommand {

    @Parameters(index = "0", paramLabel = "REF", description = "[kind:][namespace/]name, for example api:pricing")
    private String ref = "";

    CatalogGetCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        JsonNode entity = server.get(API + "/catalog/entity?ref=" + segment(ref));
        output.result(entity);
        JsonNode metadata = entity.path("metadata");
        JsonNode spec = entity.path("spec");
        Table table = new Table("ENTITY", References.brief(CatalogListCommand.ref(entity)));
        row(table, "title", Json.text(metadata, "title"));
        row(table, "description", Json.text(metadata, "description"));
        row(table, "type", Json.text(spec, "type"));
        row(table, "lifecycle", Json.text(spec, "lifecycle"));
        row(table, "tags", texts(metadata.path("tags")));
        relations(entity).forEach((type, targets) -> row(table, type, String.join(", ", targets)));
        metadata.path("links")
                .forEach(link -> row(table, "link", Json.text(link, "title") + " " + Json.text(link, "url")));
        row(
                table,
                "declared in",
                Json.text(metadata.path("annotations"), "backstage.io/managed-by-location")
                        .replaceFirst("^url:", ""));
        output.table(table);
        return ExitCode.DONE.code();
    }

    private static void row(Table table, String label, String text) {
        if (!text.isBlank()) {
            table.row(label, text.strip());
        }
    }

    private static String texts(JsonNode items) {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> texts.add(item.asString()));
        return String.join(", ", texts);
    }

    private static Map<String, List<String>> relations(JsonNode entity) {
        Map<String, List<String>> relations = new LinkedHashMap<>();
        entity.path("relations")
                .forEach(relation -> relations
                        .computeIfAbsent(Json.text(relation, "type"), _ -> new ArrayList<>())
                        .add(References.brief(Json.text(relation, "targetRef"))));
        return relations;
    }
}
