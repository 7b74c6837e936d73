package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.output.Table;
import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** {@code slipway previews}. */
@Command(name = "previews", description = "List the previews of open pull requests, end one, or begin its time anew.")
public final class PreviewsCommand extends ServerCommand {

    /** The server's own limit. */
    private static final int MOST_AT_ONCE = 500;

    @Option(names = "--service", paramLabel = "SERVICE", description = "only those of this service")
    private String service = "";

    @Option(names = "--team", paramLabel = "TEAM", description = "only those of this team")
    private String team = "";

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "only those in this state, for example ready or waiting")
    private String state = "";

    @Mixin
    private final PageOptions page = new PageOptions(100);

    @Option(names = "--end", paramLabel = "NUMBER", description = "end the preview of this pull request of --service")
    private int ended;

    @Option(
            names = "--renew",
            paramLabel = "NUMBER",
            description = "let the preview of this pull request of --service live its whole time again")
    private int renewed;

    public PreviewsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        if (ended > 0 || renewed > 0) {
            JsonNode preview = ended > 0 ? server.delete(path(ended)) : server.post(path(renewed) + "/renew", Map.of());
            output.result(preview);
            output.line("The preview of " + service + " #" + Math.max(ended, renewed)
                    + (ended > 0 ? " ends; the next commit brings it back." : " begins its time anew."));
            return ExitCode.DONE.code();
        }
        Pages pages = page.read(MOST_AT_ONCE, "previews", (from, size) -> page(server, from, size));
        output.result(pages.items());
        pages.show(
                table(pages.items()),
                pages.last().path("total").asInt(),
                "There is no preview. Open a pull request of a service.",
                output);
        return ExitCode.DONE.code();
    }

    private JsonNode page(ServerClient server, int from, int size) {
        return server.get(API + "/previews?limit=" + size + "&offset=" + from + "&service=" + segment(service)
                + "&team=" + segment(team) + "&state=" + segment(state));
    }

    private String path(int number) {
        if (service.isBlank()) {
            throw new CliException(
                    ExitCode.USAGE,
                    new CliProblem(
                            "--service", "The service is missing.", "the service whose pull request it is", null));
        }
        return API + "/previews/" + segment(service) + "/" + number;
    }

    private static Table table(ArrayNode previews) {
        Table table = new Table("PREVIEW", "STATE", "COMMIT", "ADDRESS", "ENDS", "WHY");
        previews.forEach(preview -> table.row(
                Json.text(preview, "service") + " #" + Json.text(preview, "number"),
                Json.text(preview, "state").toLowerCase(Locale.ROOT),
                Json.brief(Json.text(preview, "head")),
                Json.text(preview, "state").equals("READY") ? Json.text(preview, "url") : "",
                preview.path("kept").asBoolean() ? "kept" : Json.text(preview, "expiresAt"),
                Json.text(preview, "message")));
        return table;
    }
}
