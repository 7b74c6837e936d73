package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code slipway publish}. */
@Command(
        name = "publish",
        description =
                "Publish a version of a service: a tag with notes. It promotes where the definition says trigger: release.")
public final class PublishCommand extends ServerCommand {

    private static final String VERSION = "v(0|[1-9][0-9]*)[.](0|[1-9][0-9]*)[.](0|[1-9][0-9]*)([-+].+)?";

    @Parameters(index = "0", paramLabel = "SERVICE")
    private String service = "";

    @Parameters(index = "1", paramLabel = "VERSION", description = "for example v1.2.0")
    private String version = "";

    @Option(names = "--commit", paramLabel = "ID", description = "what is published; default the newest of main")
    private String commit = "";

    @Option(names = "--notes", paramLabel = "TEXT", description = "what is new, in Markdown")
    private String notes = "";

    public PublishCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        if (!version.matches(VERSION)) {
            throw new CliException(
                    ExitCode.USAGE,
                    new CliProblem(
                            "VERSION", "\"" + version + "\" is not a version.", "vX.Y.Z, for example v1.2.0", null));
        }
        String repository = API + "/repositories/" + Json.text(server.get(service(service)), "repository");
        String id = commit.isBlank() ? newest(server.get(repository + "/commits?limit=1")) : commit;
        server.post(repository + "/releases", Map.of("tag", version, "commit", id, "title", version, "notes", notes));
        output.result(JsonMapper.shared().valueToTree(Map.of("tag", version, "commit", id)));
        output.line(version + " of " + service + " is commit " + id);
        return ExitCode.DONE.code();
    }

    private static String newest(JsonNode commits) {
        return Json.text(commits.path(0), "id");
    }
}
