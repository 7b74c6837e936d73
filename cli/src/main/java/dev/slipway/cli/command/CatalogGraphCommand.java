package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code slipway catalog graph}. */
@Command(description = "Show what is around an entity, as a tree.")
final class CatalogGraphCommand extends ServerCommand {

    @Parameters(index = "0", paramLabel = "REF", description = "[kind:][namespace/]name, for example system:shop")
    private String ref = "";

    @Option(
            names = "--relation",
            paramLabel = "NAME",
            split = ",",
            description = "only these, for example dependsOn, or dependencyOf for the other way; default: all")
    private List<String> relations = List.of();

    @Option(
            names = "--direction",
            paramLabel = "WHERE",
            description = "out (what an entity names), in (what names it) or both")
    private String direction = "";

    @Option(names = "--depth", paramLabel = "N", defaultValue = "2", description = "steps; default ${DEFAULT-VALUE}")
    private int depth;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "200", description = "default ${DEFAULT-VALUE}")
    private int limit;

    @Option(names = "--dot", description = "write it in the language of Graphviz")
    private boolean dot;

    CatalogGraphCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        JsonNode graph = server.get(question());
        output.result(graph);
        GraphText text = GraphText.of(graph);
        (dot ? text.dot() : text.tree()).forEach(output::line);
        if (!dot && !graph.path("complete").asBoolean()) {
            output.line("There is more; --depth and --limit show it.");
        }
        return ExitCode.DONE.code();
    }

    private String question() {
        StringBuilder question = new StringBuilder(API)
                .append("/catalog/graph?from=")
                .append(segment(ref))
                .append("&depth=")
                .append(depth)
                .append("&limit=")
                .append(limit);
        relations.forEach(each -> question.append("&relation=").append(segment(each)));
        if (!direction.isBlank()) {
            question.append("&direction=").append(segment(direction));
        }
        return question.toString();
    }
}
