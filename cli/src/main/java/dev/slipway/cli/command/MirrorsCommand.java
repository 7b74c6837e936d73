package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.output.Table;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code slipway mirrors}. */
@Command(
        name = "mirrors",
        description =
                "List the repositories elsewhere that Applications name and Slipway reads from copies, or fetch one now.")
public final class MirrorsCommand extends ServerCommand {

    @Option(names = "--refresh", paramLabel = "URL", description = "fetch this one now")
    private @Nullable String refresh;

    public MirrorsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        if (refresh != null) {
            JsonNode mirror = server.post(API + "/mirrors/refresh", Map.of("url", refresh));
            output.result(mirror);
            output.line("\"" + Json.text(mirror, "url") + "\" is being fetched.");
            return ExitCode.DONE.code();
        }
        JsonNode mirrors = server.get(API + "/mirrors");
        output.result(mirrors);
        list(mirrors, output);
        return ExitCode.DONE.code();
    }

    private static void list(JsonNode mirrors, Output output) {
        Table table = new Table("REPOSITORY", "FETCHED", "FAILURE");
        mirrors.forEach(mirror ->
                table.row(Json.text(mirror, "url"), Json.text(mirror, "fetchedAt"), Json.text(mirror, "failure")));
        if (table.isEmpty()) {
            output.line(
                    "Nothing is mirrored: no Application names a repository that git.mirrors in platform.yaml admits.");
        } else {
            output.table(table);
        }
    }
}
