package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.output.Table;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import dev.slipway.entities.RelationType;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** {@code slipway catalog list}. */
@Command(description = "List entities, or search them by words; beginnings of words and typing errors are understood.")
final class CatalogListCommand extends ServerCommand {

    /** The server's own limit. */
    private static final int MOST_AT_ONCE = 1_000;

    private static final String SHOWN =
            "kind,metadata.namespace,metadata.name,metadata.title,spec.type,spec.lifecycle,relations";

    @Parameters(arity = "0..*", paramLabel = "WORD", description = "only those that all of these words occur in")
    private List<String> words = List.of();

    @Option(
            names = "--filter",
            paramLabel = "FIELD=VALUE[,…]",
            description = "all of these conditions, for example kind=component,spec.owner=red; repeated: any of them")
    private List<String> filters = List.of();

    @Mixin
    private final PageOptions page = new PageOptions(50);

    CatalogListCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        Pages pages =
                page.read(MOST_AT_ONCE, "items", (from, size) -> server.get(question(from, size, output.asJson())));
        output.result(pages.items());
        pages.show(
                table(pages.items()),
                pages.last().path("totalItems").asInt(),
                "Nothing in the catalog is like that.",
                output);
        return ExitCode.DONE.code();
    }

    private String question(int from, int size, boolean whole) {
        StringBuilder question = new StringBuilder("/api/catalog/entities/by-query?limit=")
                .append(size)
                .append("&offset=")
                .append(from);
        filters.forEach(filter -> question.append("&filter=").append(segment(filter)));
        if (!words.isEmpty()) {
            question.append("&fullTextFilterTerm=").append(segment(String.join(" ", words)));
        }
        if (!whole) {
            question.append("&fields=").append(segment(SHOWN));
        }
        return question.toString();
    }

    private static Table table(ArrayNode entities) {
        Table table = new Table("ENTITY", "TYPE", "LIFECYCLE", "OWNER", "TITLE");
        entities.forEach(entity -> table.row(
                References.brief(ref(entity)),
                Json.text(entity.path("spec"), "type"),
                Json.text(entity.path("spec"), "lifecycle"),
                owner(entity),
                Json.text(entity.path("metadata"), "title")));
        return table;
    }

    static String ref(JsonNode entity) {
        JsonNode metadata = entity.path("metadata");
        return (Json.text(entity, "kind") + ":" + Json.text(metadata, "namespace") + "/" + Json.text(metadata, "name"))
                .toLowerCase(Locale.ROOT);
    }

    private static String owner(JsonNode entity) {
        for (JsonNode relation : entity.path("relations")) {
            if (Json.text(relation, "type").equals(RelationType.OWNED_BY.forward())) {
                return References.brief(Json.text(relation, "targetRef"));
            }
        }
        return "";
    }
}
