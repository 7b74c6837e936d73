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
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code slipway previews}. */
@Command(name = "previews", description = "List the previews of open pull requests, end one, or begin its time anew.")
public final class PreviewsCommand extends ServerCommand {

    @Option(names = "--service", paramLabel = "SERVICE", description = "only those of this service")
    private String service = "";

    @Option(names = "--team", paramLabel = "TEAM", description = "only those of this team")
    private String team = "";

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "only those in this state, for example ready or waiting")
    private String state = "";

    @Option(names = "--limit", paramLabel = "N", defaultValue = "100", description = "default ${DEFAULT-VALUE}")
    private int limit;

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
        JsonNode page = server.get(API + "/previews?limit=" + limit + "&service=" + segment(service) + "&team="
                + segment(team) + "&state=" + segment(state));
        output.result(page.path("previews"));
        table(page, output);
        return ExitCode.DONE.code();
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

    private static void table(JsonNode page, Output output) {
        Table table = new Table("PREVIEW", "STATE", "COMMIT", "ADDRESS", "ENDS", "WHY");
        page.path("previews")
                .forEach(preview -> table.row(
                        Json.text(preview, "service") + " #" + Json.text(preview, "number"),
                        Json.text(preview, "state").toLowerCase(Locale.ROOT),
                        Json.brief(Json.text(preview, "head")),
                        Json.text(preview, "state").equals("READY") ? Json.text(preview, "url") : "",
                        preview.path("kept").asBoolean() ? "kept" : Json.text(preview, "expiresAt"),
                        Json.text(preview, "message")));
        if (table.isEmpty()) {
            output.line("There is no preview. Open a pull request of a service.");
            return;
        }
        output.table(table);
        int total = page.path("total").asInt();
        int shown = page.path("previews").size();
        if (total > shown) {
            output.line("These are " + shown + " of " + total + "; --limit shows more.");
        }
    }
}
