package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.output.Table;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code slipway template list}. */
@Command(description = "List the templates of the platform; your favourites have a star.")
final class TemplateListCommand extends ServerCommand {

    @Option(names = "--favourites", description = "only those")
    private boolean favourites;

    TemplateListCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        Set<String> marked = new HashSet<>();
        server.get(API + TemplateFavouriteCommand.PATH).forEach(name -> marked.add(name.asString("")));
        List<JsonNode> shown = StreamSupport.stream(
                        server.get(API + "/templates").spliterator(), false)
                .filter(template -> !favourites || marked.contains(Json.text(template, "name")))
                .toList();
        output.result(JsonMapper.shared().valueToTree(shown));
        Table table = new Table("", "NAME", "TITLE", "TYPE", "USABLE");
        shown.forEach(template -> table.row(
                marked.contains(Json.text(template, "name")) ? "*" : "",
                Json.text(template, "name"),
                Json.text(template, "title"),
                Json.text(template, "type"),
                template.path("problems").isEmpty() ? "yes" : "no"));
        if (shown.isEmpty()) {
            output.line(favourites ? "None is marked: slipway template favourite NAME." : "There are no templates.");
        } else {
            output.table(table);
        }
        return ExitCode.DONE.code();
    }
}
